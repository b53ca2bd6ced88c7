package aurorapg.database;

import aurorapg.settings.DatabaseSettings.AlarmThresholds;
import aurorapg.settings.InstanceClasses;
import aurorapg.settings.InstanceClasses.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Share of what a class has, at which an alarm of what runs out or fills up goes off. */
    private static final double LEAST_FREE = 0.1;
    private static final double MOST_USED = 0.9;

    private static final double BYTES_PER_GIB = 1 << 30;

    /** Aurora's own formula: {@code LEAST({DBInstanceClassMemory/9531392},5000)} (Aurora user guide, connections). */
    private static final double BYTES_PER_CONNECTION = 9531392;
    private static final double MOST_CONNECTIONS = 5000;

    /** The alarms of an instance of a class. */
    static List<InstanceAlarm> of(AlarmThresholds thresholds, String instanceClass, Map<String, String> parameters) {
        var size = InstanceClasses.size(instanceClass);
        var alarms = new ArrayList<>(List.of(
                new InstanceAlarm(
                        "cpu", "CPUUtilization", "Maximum", "GreaterThanOrEqualToThreshold",
                        thresholds.cpuPercent(), "The processor has been busy for five minutes"),
                new InstanceAlarm(
                        "transaction-ids", "MaximumUsedTransactionIDs", "Average", "GreaterThanOrEqualToThreshold",
                        thresholds.maximumUsedTransactionIds(),
                        "Vacuum lags behind: the database stops accepting writes near 2 billion transaction ids"),
                new InstanceAlarm(
                        "local-storage", "FreeLocalStorage", "Average", "LessThanOrEqualToThreshold",
                        leastFree(thresholds, size),
                        "Local storage for sorts, temporary tables and logs runs out")));
        connections(parameters, size).ifPresent(most -> alarms.add(new InstanceAlarm(
                "connections", "DatabaseConnections", "Average", "GreaterThanOrEqualToThreshold",
                Math.floor(most * MOST_USED), "Nine tenths of the connections that the instance takes are in use")));
        if (instanceClass.equals(InstanceClasses.SERVERLESS)) {
            alarms.add(new InstanceAlarm(
                    "capacity", "ACUUtilization", "Average", "GreaterThanOrEqualToThreshold", MOST_USED * 100,
                    "The instance has scaled nearly as far as database.serverless.maxCapacity lets it"));
        }
        return List.copyOf(alarms);
    }

    private static double leastFree(AlarmThresholds thresholds, Optional<Size> size) {
        var byClass = size.map(Size::localStorageGib).map(gib -> gib * BYTES_PER_GIB * LEAST_FREE).orElse(0.0);
        return thresholds.freeLocalStorageConfigured()
                ? thresholds.freeLocalStorageBytes()
                : Math.max(thresholds.freeLocalStorageBytes(), Math.floor(byClass));
    }

    /** The connections that an instance takes; empty where neither configuration nor class tells. */
    private static Optional<Double> connections(Map<String, String> parameters, Optional<Size> size) {
        return Optional.ofNullable(parameters.get("max_connections"))
                .filter(text -> text.matches("[0-9]+")).map(Double::parseDouble)
                .or(() -> size.map(one ->
                        Math.min(one.memoryGib() * BYTES_PER_GIB / BYTES_PER_CONNECTION, MOST_CONNECTIONS)));
    }
}
