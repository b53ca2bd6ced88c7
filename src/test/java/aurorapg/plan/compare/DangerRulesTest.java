package aurorapg.plan.compare;

import static aurorapg.plan.compare.Plans.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.engine.Registration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangerRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "aws:rds/cluster:Cluster|{'deletionProtection':true}|{}",
        "aws:rds/cluster:Cluster|{}|{'skipFinalSnapshot':true}",
        "aws:rds/cluster:Cluster|{'performanceInsightsEnabled':true}|{'performanceInsightsEnabled':false}",
        "aws:kms/key:Key|{'enableKeyRotation':true}|{'enableKeyRotation':false}",
        "aws:kms/key:Key|{'deletionWindowInDays':30}|{'deletionWindowInDays':7}",
        "aws:rds/clusterInstance:ClusterInstance|{'publiclyAccessible':false}|{'publiclyAccessible':true}",
        "aws:ec2/subnet:Subnet|{'mapPublicIpOnLaunch':false}|{'mapPublicIpOnLaunch':true}",
        "aws:cloudwatch/logGroup:LogGroup|{'retentionInDays':365}|{'retentionInDays':30}",
        "aws:cloudwatch/logGroup:LogGroup|{'retentionInDays':0}|{'retentionInDays':365}",
        "aws:cloudwatch/logGroup:LogGroup|{}|{'retentionInDays':365}",
        "aws:rds/cluster:Cluster|{'backupRetentionPeriod':35}|{'backupRetentionPeriod':7}",
        "aws:rds/clusterInstance:ClusterInstance|{'performanceInsightsRetentionPeriod':731}|{}",
        "aws:secretsmanager/secretRotation:SecretRotation"
                + "|{'rotationRules':{'automaticallyAfterDays':30}}|{'rotationRules':{'automaticallyAfterDays':120}}",
        "aws:rds/clusterParameterGroup:ClusterParameterGroup"
                + "|{'parameters':[{'name':'rds.force_ssl','value':'1'}]}"
                + "|{'parameters':[{'name':'rds.force_ssl','value':'0'}]}",
    })
    void less_safety_is_a_danger_and_more_is_none(String type, String safe, String unsafe) {
        assertEquals(1, edit(type, safe, unsafe).dangers().size());
        assertEquals(3, edit(type, safe, unsafe).exitCode());
        assertEquals(List.of(), edit(type, unsafe, safe).dangers());
    }

    @Test
    void a_switch_that_is_ignored_is_no_danger() {
        assertEquals(List.of(),
                edit(CLUSTER, "{'deletionProtection':true}", "{}", "deletionProtection").dangers());
    }

    @Test
    void aRotationEvery60DaysIsNoDanger() {
        assertEquals(List.of(), edit(ROTATION, "{'rotationRules':{'automaticallyAfterDays':30}}",
                "{'rotationRules':{'automaticallyAfterDays':60}}").dangers());
    }

    @Test
    void an_unencrypted_cluster_is_a_new_one_too() {
        assertEquals(List.of("is replaced because of storageEncrypted", "storageEncrypted becomes false"),
                whats(edit(CLUSTER, "{'storageEncrypted':true}", "{'storageEncrypted':false}")));
    }

    @Test
    void protection_switched_off_is_a_danger() {
        var key = resource(KEY, "key", "{}");

        assertEquals(List.of("[protect] becomes false", "[retainOnDelete] becomes false"),
                whats(Comparison.of(plan(guarded(key, true, true)), plan(key))));
    }

    @Test
    void what_holds_data_is_missed_and_what_holds_none_is_not() {
        var before = plan(resource(CLUSTER, "cluster", "{}"), resource(KEY, "key", "{}"), resource(LOG, "log", "{}"),
                resource("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", "{}"),
                resource("aws:rds/eventSubscription:EventSubscription", "events", "{}"), component("network"));

        assertEquals(List.of("log", "key", "cluster"),
                Comparison.of(before, plan()).dangers().stream().map(Danger::resource).toList());
    }

    @Test
    void what_is_lost_depends_on_how_it_is_kept() {
        var cluster = resource(CLUSTER, "cluster", "{}");

        assertTrue(lost(cluster).startsWith("Lost: the databases"), lost(cluster));
        assertTrue(lost(guarded(cluster, true, false)).contains("as soon as its protection"));
        assertTrue(lost(guarded(cluster, false, true)).startsWith("AWS keeps"));
    }

    @Test
    void a_replaced_instance_is_no_danger() {
        var comparison = edit(INSTANCE, "{'identifier':'a'}", "{'identifier':'b'}");

        assertEquals(Change.Kind.REPLACED, comparison.changes().get(0).kind());
        assertEquals(List.of(), comparison.dangers());
    }

    @Test
    void only_the_last_instance_is_missed() {
        var one = resource(INSTANCE, "one", "{'clusterIdentifier':'c'}");
        var two = resource(INSTANCE, "two", "{'clusterIdentifier':'c'}");
        var other = resource(INSTANCE, "other", "{'clusterIdentifier':'d'}");

        assertEquals(List.of(), Comparison.of(plan(one, two, other), plan(two, other)).dangers());
        assertEquals(List.of("is removed, and the cluster has no instance left"),
                whats(Comparison.of(plan(one, two, other), plan(other))));
    }

    @Test
    void a_rotation_removed_is_a_danger() {
        assertEquals(List.of("is removed"), whats(Comparison.of(plan(resource(ROTATION, "r", "{}")), plan())));
    }

    @Test
    void a_new_parameter_group_may_not_drop_tls_either() {
        var group = resource(PARAMETERS, "g", "{'parameters':[{'name':'rds.force_ssl','value':0}]}");

        assertEquals(List.of("rds.force_ssl becomes 0"), whats(Comparison.of(plan(), plan(group))));
    }

    private static String lost(Registration one) {
        return Comparison.of(plan(one), plan()).dangers().get(0).lost();
    }

    private static List<String> whats(Comparison comparison) {
        return comparison.dangers().stream().map(Danger::what).toList();
    }
}
