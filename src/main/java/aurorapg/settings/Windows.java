package aurorapg.settings;

import java.util.List;

/** The weekly windows in which AWS works on a cluster, in minutes UTC; both may run past midnight. */
final class Windows {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final String CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String WEEKDAY = "(?:mon|tue|wed|thu|fri|sat|sun)";

    static final String BACKUP_PATTERN = CLOCK + "-" + CLOCK;
    static final String MAINTENANCE_PATTERN = String.format("%1$s:%2$s-%1$s:%2$s", WEEKDAY, CLOCK);

    private Windows() {}

    /** Length of a backup window; 0 when start and end are the same. */
    static int backupMinutes(String window) {
        return Math.floorMod(clock(window.substring(6)) - clock(window.substring(0, 5)), DAY);
    }

    /** Length of a maintenance window; 0 when start and end are the same. */
    static int maintenanceMinutes(String window) {
        return Math.floorMod(weekly(window.substring(10)) - weekly(window.substring(0, 9)), WEEK);
    }

    /** Whether the daily backup and the weekly maintenance share a minute on any day. */
    static boolean overlap(String backup, String maintenance) {
        int maintenanceStart = weekly(maintenance.substring(0, 9));
        for (int day = 0; day < 7; day++) {
            int backupStart = day * DAY + clock(backup.substring(0, 5));
            if (Math.floorMod(backupStart - maintenanceStart, WEEK) < maintenanceMinutes(maintenance)
                    || Math.floorMod(maintenanceStart - backupStart, WEEK) < backupMinutes(backup)) {
                return true;
            }
        }
        return false;
    }

    private static int weekly(String text) {
        return DAYS.indexOf(text.substring(0, 3)) * DAY + clock(text.substring(4));
    }

    private static int clock(String text) {
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3, 5));
    }
}
