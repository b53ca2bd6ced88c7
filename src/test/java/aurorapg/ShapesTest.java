package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of cluster that a stack file can ask for. */
class ShapesTest {

    private static final Map<String, Object> LIMITS =
            Map.of("minCapacity", 0, "maxCapacity", 8, "secondsUntilAutoPause", 600);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serverless_cluster_scales_within_its_limits(boolean preview) {
        var run = run(Map.of("database.instanceClass", "db.serverless", "database.serverless", LIMITS), preview);
        assertEquals(
                Map.of("minCapacity", 0.0, "maxCapacity", 8.0, "secondsUntilAutoPause", 600.0),
                run.inputs("dev", "cluster").get("serverlessv2ScalingConfiguration"));
        assertEquals("db.serverless", run.inputs("dev", "instance-1").get("instanceClass"));
        assertEquals("ACUUtilization", run.inputs("dev", "instance-1-capacity").get("metricName"));
        assertFalse(StackRun.of("dev", preview).inputs("dev", "cluster").containsKey("serverlessv2ScalingConfiguration"));
    }

    @Test
    void largest_reader_takes_over_first() {
        var run = run(Map.of(
                "database.instanceClasses",
                List.of("db.r7g.large", "db.serverless", "db.r7g.4xlarge", "db.r7g.large", "db.x9.large"),
                "database.serverless", Map.of("minCapacity", 1, "maxCapacity", 16)), false);
        assertEquals(List.of(2, 1, 0, 3, 4), IntStream.rangeClosed(1, 5)
                .mapToObj(number -> ((Number) run.inputs("dev", "instance-" + number).get("promotionTier")).intValue())
                .toList());
    }

    @Test
    void autoscaling_waits_for_the_stacks_instances_and_its_readers_go_before_the_cluster() {
        var run = run(Map.of("database.instances", 2, "database.readerAutoscaling",
                Map.of("minReaders", 1, "maxReaders", 4, "targetConnections", 300)), false);
        var target = run.inputs("dev", "reader-autoscaling");
        assertEquals("rds:cluster:ReadReplicaCount", target.get("scalableDimension"));
        assertEquals(1.0, target.get("minCapacity"));
        assertEquals(4.0, target.get("maxCapacity"));
        var tracking = (Map<?, ?>) run.inputs("dev", "reader-autoscaling-policy").get("targetTrackingScalingPolicyConfiguration");
        assertEquals(300.0, tracking.get("targetValue"));
        assertTrue(tracking.toString().contains("RDSReaderAverageDatabaseConnections"), tracking.toString());
        var cleanup = run.inputs("dev", "reader-cleanup-run");
        assertEquals("CRUD", cleanup.get("lifecycleScope"), "else nothing calls it when the stack goes");
        assertEquals(
                List.of("dev-instance-1", "dev-instance-2", "dev-reader-cleanup-run"),
                dependsOn(run, "dev-reader-autoscaling"));
    }

    @Test
    void endpoints_hold_the_instances_that_they_name() {
        var run = run(Map.of("database.instances", 3, "database.endpoints",
                Map.of("reports", Map.of("type", "reader", "members", List.of(2, 3)))), false);
        var endpoint = run.inputs("dev", "endpoint-reports");
        assertEquals(List.of("dev-0a1b2c3d-2", "dev-0a1b2c3d-3"), endpoint.get("staticMembers"));
        assertEquals("READER", endpoint.get("customEndpointType"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void proxy_takes_tls_alone_and_reaches_the_cluster_alone(boolean preview) {
        var run = run(Map.of("database.proxy", Map.of("maxConnectionsPercent", 80),
                "database.accessCidrs", List.of("10.99.0.0/16")), preview);
        var proxy = run.inputs("dev", "proxy");
        assertEquals(true, proxy.get("requireTls"));
        assertEquals(1800.0, proxy.get("idleClientTimeout"));
        if (!preview) {
            assertTrue(proxy.get("auths").toString().contains("iamAuth=REQUIRED"), proxy.get("auths").toString());
        }
        assertEquals(80.0, ((Map<?, ?>) run.inputs("dev", "proxy-targets").get("connectionPoolConfig")).get("maxConnectionsPercent"));
        assertEquals("10.99.0.0/16", run.inputs("dev", "proxy-from-10.99.0.0/16").get("cidrIpv4"));
        assertTrue(run.byName.containsKey("dev-proxy-from-bastion") && run.byName.containsKey("dev-cluster-from-proxy"));
        assertEquals(1, run.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                .filter(rule -> rule.name().startsWith("dev-proxy")).count());
        assertTrue(run.result.outputs().containsKey("proxyEndpoint"));
        assertTrue(dependsOn(run, "dev-proxy").contains("dev-proxy-log"), "RDS would create the log group first");
    }

    @Test
    void data_api_and_names_are_what_is_asked_for() {
        var run = run(Map.of(
                "database.instanceClass", "db.r7g.large", "database.dataApi", true, "database.dns",
                Map.of("zoneId", "Z1", "writer", "db.example.internal", "reader", "ro.example.internal")), false);
        assertEquals(true, run.inputs("dev", "cluster").get("enableHttpEndpoint"));
        assertEquals(List.of("writer.example"), run.inputs("dev", "dns-writer").get("records"));
        assertEquals(List.of("reader.example"), run.inputs("dev", "dns-reader").get("records"));
    }

    private static StackRun run(Map<String, Object> changes, boolean preview) {
        return StackRun.of("dev", StackRun.settings("dev", new HashMap<>(changes)), preview, StackRun.LOCATION);
    }

    private static List<String> dependsOn(StackRun run, String name) {
        return PulumiValues.of(run.options.get(name).getDependsOn()).stream()
                .map(resource -> resource.pulumiResourceName()).sorted().toList();
    }
}
