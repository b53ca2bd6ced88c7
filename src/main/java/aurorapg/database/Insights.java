package aurorapg.database;

/** CloudWatch Database Insights. */
final class Insights {

    /** Fewest days of Performance Insights retention that the advanced mode takes (AWS Aurora user guide, 2026-11). */
    private static final int ADVANCED_FROM_DAYS = 465;

    private Insights() {}

    /** The mode that fits a retention in days: {@code advanced} from 465 days, else {@code standard}. */
    static String mode(int retentionDays) {
        return retentionDays >= ADVANCED_FROM_DAYS ? "advanced" : "standard";
    }
}
