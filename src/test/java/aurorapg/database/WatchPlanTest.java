package aurorapg.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.settings.DatabaseSettings.AlarmThresholds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchPlanTest {

    @Test
    void alarms_are_the_contracts() {
        var alarms = alarms(false, "db.t4g.medium", Map.of()).subList(0, 3);
        assertEquals(
                List.of(
                        "CPUUtilization Maximum GreaterThanOrEqualToThreshold 80",
                        "MaximumUsedTransactionIDs Average GreaterThanOrEqualToThreshold 600000000",
                        "FreeLocalStorage Average LessThanOrEqualToThreshold 5368709120"),
                alarms);
        assertEquals(5, InstanceAlarm.PERIODS);
        assertEquals(60, InstanceAlarm.PERIOD_SECONDS);
    }

    @Test
    void thresholds_follow_the_class_above_the_contracts_and_below_what_is_configured() {
        assertTrue(alarms(false, "db.r7g.16xlarge", Map.of()).contains(
                "FreeLocalStorage Average LessThanOrEqualToThreshold " + 1008L * (1 << 30) / 10), "a tenth of 1008 GiB");
        assertTrue(alarms(true, "db.r7g.16xlarge", Map.of()).contains(
                "FreeLocalStorage Average LessThanOrEqualToThreshold 5368709120"), "configured");
        assertTrue(alarms(false, "db.r7g.large", Map.of()).contains(
                "DatabaseConnections Average GreaterThanOrEqualToThreshold 1622"), "nine tenths of 1802");
        assertTrue(alarms(false, "db.r7g.large", Map.of("max_connections", "200")).contains(
                "DatabaseConnections Average GreaterThanOrEqualToThreshold 180"));
        assertEquals(3, alarms(false, "db.z9.large", Map.of()).size(), "an unknown class has the contract's alone");
        assertEquals(
                "ACUUtilization Average GreaterThanOrEqualToThreshold 90", alarms(false, "db.serverless", Map.of()).get(3));
    }

    private static List<String> alarms(boolean configured, String instanceClass, Map<String, String> parameters) {
        return InstanceAlarm.of(new AlarmThresholds(80, 600_000_000, 5_368_709_120L, configured), instanceClass, parameters)
                .stream()
                .map(a -> "%s %s %s %.0f".formatted(a.metric(), a.statistic(), a.comparison(), a.threshold()))
                .collect(Collectors.toList());
    }

    @Test
    void events_are_the_contracts() {
        assertEquals(List.of("failover", "failure", "maintenance", "notification"), EventTopics.CLUSTER.categories());
        assertEquals(
                List.of(
                        "availability", "configuration change", "deletion", "failover", "failure", "maintenance",
                        "notification", "recovery"),
                EventTopics.INSTANCES.categories());
        assertEquals(List.of("configuration change"), EventTopics.PARAMETER_GROUPS.categories());
        assertEquals("db-cluster", EventTopics.CLUSTER.sourceType());
        assertEquals("db-instance", EventTopics.INSTANCES.sourceType());
        assertEquals("db-parameter-group", EventTopics.PARAMETER_GROUPS.sourceType());
    }

    @Test
    void advanced_insights_need_465_days() {
        assertEquals("standard", Insights.mode(7));
        assertEquals("standard", Insights.mode(434));
        assertEquals("advanced", Insights.mode(465));
        assertEquals("advanced", Insights.mode(731));
    }

    @Test
    void psql_verifies_the_server() {
        assertEquals(
                "psql \"host=w.example port=5432 dbname=app user=owner1 sslmode=verify-full"
                        + " sslrootcert=/etc/pki/rds/global-bundle.pem\"",
                PsqlCommand.of("w.example", 5432, "app", "owner1"));
    }
}
