package aurorapg.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.settings.DatabaseSettings.AlarmThresholds;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchPlanTest {

    @Test
    void alarms_are_the_contracts() {
        var alarms = InstanceAlarm.of(new AlarmThresholds(80, 600_000_000, 5_368_709_120L)).stream()
                .map(a -> "%s %s %s %.0f".formatted(a.metric(), a.statistic(), a.comparison(), a.threshold()))
                .collect(Collectors.toList());
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
