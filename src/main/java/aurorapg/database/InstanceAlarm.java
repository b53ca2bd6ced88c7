package aurorapg.database;

import aurorapg.settings.DatabaseSettings.AlarmThresholds;
import java.util.List;

/**
 * One alarm of an instance, as data.
 *
 * @param part the end of the alarm's logical name
 * @param comparison CloudWatch's operator
 * @param threshold in the metric's unit
 */
record InstanceAlarm(
        String part, String metric, String statistic, String comparison, double threshold, String description) {

    /** Length of one period in seconds. */
    static final int PERIOD_SECONDS = 60;

    /** Periods in a row before an alarm goes off. */
    static final int PERIODS = 5;

    static List<InstanceAlarm> of(AlarmThresholds thresholds) {
        return List.of(
                new InstanceAlarm(
                        "cpu", "CPUUtilization", "Maximum", "GreaterThanOrEqualToThreshold",
                        thresholds.cpuPercent(), "The processor has been busy for five minutes"),
                new InstanceAlarm(
                        "transaction-ids", "MaximumUsedTransactionIDs", "Average", "GreaterThanOrEqualToThreshold",
                        thresholds.maximumUsedTransactionIds(),
                        "Vacuum lags behind: the database stops accepting writes near 2 billion transaction ids"),
                new InstanceAlarm(
                        "local-storage", "FreeLocalStorage", "Average", "LessThanOrEqualToThreshold",
                        thresholds.freeLocalStorageBytes(),
                        "Local storage for sorts, temporary tables and logs runs out"));
    }
}
