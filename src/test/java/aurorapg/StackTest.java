package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.bootstrap.FunctionCode;
import aurorapg.location.Location;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackTest {

    private static final Set<String> NETWORK_OUTPUTS = Set.of(
            "vpcId", "vpcCidr", "publicSubnetIds", "privateSubnetIds", "privateRouteTableIds", "publicNetworkAclId",
            "natGatewayIps");
    private static final Set<String> BASTION_OUTPUTS = Set.of(
            "bastionEip", "sessionCommand", "bastionSecurityGroupId", "bastionLogGroup", "bastionAutoScalingGroup");
    private static final Set<String> DATABASE_OUTPUTS = Set.of(
            "clusterIdentifier", "clusterArn", "clusterEndpoint", "readerEndpoint", "port", "dbName", "dbUsername",
            "psqlCommandLine", "portForwardCommand", "masterSecretArn", "clusterSecurityGroupId",
            "notificationTopicArn", "kmsKeyArn", "appSchema", "appRoles", "bootstrapResult");

    /** Inputs whose change replaces the resource, by type in the AWS provider; from memory but for the cluster's. */
    private static final Map<String, List<String>> REPLACING = Map.ofEntries(
            Map.entry("aws:rds/cluster:Cluster", List.of(
                    "clusterIdentifier", "engine", "databaseName", "masterUsername", "kmsKeyId", "storageEncrypted",
                    "dbSubnetGroupName", "snapshotIdentifier", "availabilityZones")),
            Map.entry("aws:rds/clusterInstance:ClusterInstance", List.of(
                    "identifier", "clusterIdentifier", "engine", "availabilityZone", "performanceInsightsKmsKeyId",
                    "dbSubnetGroupName")),
            Map.entry("aws:rds/clusterParameterGroup:ClusterParameterGroup", List.of("namePrefix", "family", "description")),
            Map.entry("aws:rds/parameterGroup:ParameterGroup", List.of("namePrefix", "family", "description")),
            Map.entry("aws:rds/subnetGroup:SubnetGroup", List.of("namePrefix")),
            Map.entry("aws:rds/eventSubscription:EventSubscription", List.of("namePrefix")),
            Map.entry("aws:ec2/vpc:Vpc", List.of("cidrBlock")),
            Map.entry("aws:ec2/subnet:Subnet", List.of("cidrBlock", "vpcId")),
            Map.entry("aws:ec2/natGateway:NatGateway", List.of("allocationId", "subnetId")),
            Map.entry("aws:ec2/eip:Eip", List.of("domain")),
            Map.entry("aws:ec2/securityGroup:SecurityGroup", List.of("namePrefix", "description", "vpcId")),
            Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", List.of("serviceName", "vpcId", "vpcEndpointType")),
            Map.entry("aws:cloudwatch/logGroup:LogGroup", List.of("name", "namePrefix")),
            Map.entry("aws:lambda/function:Function", List.of("name")),
            Map.entry("aws:lambda/invocation:Invocation", List.of("functionName", "input")),
            Map.entry("aws:autoscaling/group:Group", List.of("name", "namePrefix")),
            Map.entry("aws:ec2/launchTemplate:LaunchTemplate", List.of("name", "namePrefix")),
            Map.entry("aws:iam/role:Role", List.of("namePrefix")),
            Map.entry("aws:sns/topic:Topic", List.of("namePrefix")),
            Map.entry("aws:sns/topicSubscription:TopicSubscription", List.of("endpoint", "protocol", "topic")),
            Map.entry("aws:kms/alias:Alias", List.of("name", "namePrefix")),
            Map.entry("random:index/randomId:RandomId", List.of("byteLength", "keepers", "prefix")));

    private static final List<String> TAGS = List.of(
            "EnvironmentStage", "Application", "ApplicationVersion", "ProjectCostCenter", "ServiceOwnersEmailContact",
            "Confidentiality", "Compliance");

    /** Types of ours that AWS cannot tag. */
    private static final Set<String> UNTAGGABLE = Set.of(
            "aws:autoscaling/group:Group", "aws:cloudwatch/logMetricFilter:LogMetricFilter",
            "aws:ec2/networkAclRule:NetworkAclRule", "aws:ec2/route:Route",
            "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:ec2/networkAclAssociation:NetworkAclAssociation",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:kms/alias:Alias",
            "aws:lambda/invocation:Invocation", "aws:appautoscaling/policy:Policy", "aws:rds/proxyTarget:ProxyTarget",
            "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", "aws:route53/record:Record",
            "aws:secretsmanager/secretRotation:SecretRotation", "aws:sns/topicPolicy:TopicPolicy",
            "aws:sns/topicSubscription:TopicSubscription", "random:index/randomId:RandomId");

    @ParameterizedTest
    @CsvSource({"dev,true", "dev,false", "test,true", "test,false", "pre-prod,true", "pre-prod,false", "prod,true", "prod,false"})
    void every_stage_registers_with_every_output(String stack, boolean preview) {
        var run = StackRun.of(stack, preview);
        var expected = new TreeSet<String>(NETWORK_OUTPUTS);
        expected.addAll(BASTION_OUTPUTS);
        expected.addAll(DATABASE_OUTPUTS);
        var got = new TreeSet<>(run.result.outputs().keySet());
        got.remove("sshCommand");
        assertEquals(expected, got);
        if (!preview) {
            run.result.outputs().keySet().forEach(name -> assertTrue(run.output(name) != null, name + " has no value"));
        }
    }

    /** A changed line here replaces something in stacks that run: accept it with {@code mvn test -Daccept=true} on purpose alone. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "pre-prod", "prod"})
    void names_and_inputs_that_replace_resources_stay_as_they_are(String stack) throws IOException {
        var run = StackRun.of(stack, false);
        var gson = new GsonBuilder().disableHtmlEscaping().create();
        var lines = new ArrayList<String>();
        run.result.resources().stream().map(r -> PulumiValues.of(r.urn())).sorted().forEach(urn -> {
            var name = urn.toString().substring(urn.toString().lastIndexOf("::") + 2);
            var registered = run.byName.get(name);
            var replacing = new TreeMap<String, Object>();
            if (registered != null) {
                REPLACING.getOrDefault(registered.type(), List.of()).forEach(key -> {
                    if (registered.inputs().containsKey(key)) {
                        replacing.put(key, registered.inputs().get(key));
                    }
                });
            }
            lines.add(urn + (replacing.isEmpty() ? "" : " " + gson.toJson(replacing)));
        });
        var frozen = Path.of("src/test/resources/aurorapg/frozen-" + stack + ".txt");
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(frozen.getParent());
            Files.write(frozen, lines);
        }
        assertEquals(String.join("\n", Files.readAllLines(frozen)), String.join("\n", lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everything_taggable_carries_the_tags(String stack) {
        var run = StackRun.of(stack, false);
        run.byName.values().stream()
                .filter(r -> r.type().startsWith("aws:") && !UNTAGGABLE.contains(r.type()))
                .forEach(r -> {
                    var tags = (Map<?, ?>) r.inputs().get("tags");
                    assertTrue(tags != null, r.name() + " has no tags");
                    TAGS.forEach(tag -> assertTrue(tags.containsKey(tag), r.name() + " lacks " + tag));
                });
    }

    @Test
    void production_is_protected_from_deletion_and_development_is_not() {
        for (var stack : List.of("dev", "test", "pre-prod", "prod")) {
            var run = StackRun.of(stack, false);
            var guarded = !stack.equals("dev") && !stack.equals("test");
            assertEquals(guarded, run.inputs(stack, "cluster").get("deletionProtection"));
            for (var part : List.of("cluster", "cluster-id", "cluster-log", "key", "instance-1")) {
                assertEquals(guarded, run.options.get(stack + "-" + part).isProtect(), stack + " " + part);
            }
            assertTrue(run.options.get(stack + "-key").isRetainOnDelete(), "snapshots outlive the stack, so must their key");
        }
    }

    @Test
    void stage_defaults_reach_the_cluster() {
        var dev = StackRun.of("dev", false).inputs("dev", "cluster");
        var prod = StackRun.of("prod", false).inputs("prod", "cluster");
        assertEquals(7.0, number(dev, "backupRetentionPeriod"));
        assertEquals(35.0, number(prod, "backupRetentionPeriod"));
        assertEquals("standard", dev.get("databaseInsightsMode"));
        assertEquals("advanced", prod.get("databaseInsightsMode"));
        assertEquals(true, dev.get("applyImmediately"));
        assertEquals(false, prod.get("applyImmediately"));
        assertEquals("16.8", prod.get("engineVersion"));
    }

    @Test
    void cluster_is_encrypted_logged_and_snapshotted_with_a_password_that_nobody_wrote() {
        var run = StackRun.of("prod", false);
        var cluster = run.inputs("prod", "cluster");
        assertEquals("prod-0a1b2c3d", cluster.get("clusterIdentifier"));
        assertEquals("prod-0a1b2c3d-final", cluster.get("finalSnapshotIdentifier"));
        assertEquals(false, cluster.get("skipFinalSnapshot"));
        assertEquals(true, cluster.get("storageEncrypted"));
        assertEquals("arn:aws:prod-key", cluster.get("kmsKeyId"));
        assertEquals("arn:aws:prod-key", cluster.get("masterUserSecretKmsKeyId"));
        assertEquals(true, cluster.get("manageMasterUserPassword"));
        assertEquals(true, cluster.get("iamDatabaseAuthenticationEnabled"));
        assertEquals(true, cluster.get("copyTagsToSnapshot"));
        assertEquals(List.of("postgresql"), cluster.get("enabledCloudwatchLogsExports"));
        assertFalse(cluster.containsKey("availabilityZones"), "another number of zones would replace the cluster");
        assertFalse(cluster.containsKey("masterPassword"));
        assertEquals("/aws/rds/cluster/prod-0a1b2c3d/postgresql", run.inputs("prod", "cluster-log").get("name"));
        assertTrue(dependsOn(run, "prod-cluster").contains("prod-cluster-log"), "RDS would create the log group first");
        var rotation = run.inputs("prod", "master-secret-rotation");
        assertEquals(false, rotation.get("rotateImmediately"));
        assertEquals(30.0, number((Map<?, ?>) rotation.get("rotationRules"), "automaticallyAfterDays"));
    }

    @Test
    void instances_are_changed_one_after_the_other() {
        var settings = StackRun.settings("prod", Map.of("database.instances", 3));
        var run = StackRun.of("prod", settings, false, StackRun.LOCATION);
        assertTrue(dependsOn(run, "prod-instance-2").contains("prod-instance-1"));
        assertTrue(dependsOn(run, "prod-instance-3").contains("prod-instance-2"));
        for (int number = 1; number <= 3; number++) {
            var instance = run.inputs("prod", "instance-" + number);
            assertEquals(number - 1.0, number(instance, "promotionTier"), "distinct tiers");
            assertEquals("prod-0a1b2c3d-" + number, instance.get("identifier"));
            assertEquals(false, instance.get("publiclyAccessible"));
            assertEquals("rds-ca-rsa2048-g1", instance.get("caCertIdentifier"));
            assertEquals(1.0, number(instance, "monitoringInterval"));
            assertEquals("arn:aws:prod-monitoring-role", instance.get("monitoringRoleArn"));
            assertEquals(731.0, number(instance, "performanceInsightsRetentionPeriod"));
            assertEquals("arn:aws:prod-key", instance.get("performanceInsightsKmsKeyId"));
        }
    }

    @Test
    void no_monitoring_role_where_nothing_is_monitored() {
        var run = StackRun.of("dev", false);
        assertFalse(run.byName.containsKey("dev-monitoring-role"));
        assertFalse(run.inputs("dev", "instance-1").containsKey("monitoringRoleArn"));
    }

    @Test
    void restored_cluster_keeps_its_snapshots_database_and_user_and_has_everything_else() {
        var changes = new HashMap<String, Object>();
        changes.put("database.name", null);
        changes.put("database.restore", Map.of("snapshot", "before-migration"));
        var run = StackRun.of("dev", StackRun.settings("dev", changes), false, StackRun.LOCATION);
        var cluster = run.inputs("dev", "cluster");
        assertEquals("before-migration", cluster.get("snapshotIdentifier"));
        assertFalse(cluster.containsKey("databaseName"));
        assertFalse(cluster.containsKey("masterUsername"));
        assertEquals(List.of("snapshotIdentifier"), run.options.get("dev-cluster").getIgnoreChanges());
        assertEquals(StackRun.of("dev", false).byName.keySet(), run.byName.keySet(), "secret, key, alarms, events");
        assertEquals("snapshotuser", run.output("dbUsername"));
        assertEquals("snapshotdb", run.output("dbName"));
    }

    @Test
    void only_the_bastion_the_bootstrap_and_what_is_configured_reach_the_port() {
        var settings = StackRun.settings("dev", Map.of(
                "database.accessCidrs", List.of("10.99.0.0/16"),
                "database.accessSecurityGroupIds", List.of("sg-0123456789abcdef0"),
                "database.port", 6543));
        var run = StackRun.of("dev", settings, false, StackRun.LOCATION);
        var cluster = run.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").stream()
                .filter(r -> r.inputs().get("securityGroupId").equals("dev-cluster-access-id"))
                .toList();
        assertEquals(
                Set.of("dev-cluster-from-bastion", "dev-cluster-from-bootstrap", "dev-cluster-from-10.99.0.0/16",
                        "dev-cluster-from-sg-0123456789abcdef0"),
                cluster.stream().map(r -> r.name()).collect(Collectors.toSet()));
        cluster.forEach(rule -> assertEquals(6543.0, number(rule.inputs(), "fromPort")));
        assertTrue(run.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                .noneMatch(r -> r.inputs().get("securityGroupId").equals("dev-cluster-access-id")));
    }

    @Test
    void bastion_is_a_group_of_one_that_only_a_finished_set_up_lets_in() {
        var run = StackRun.of("dev", false);
        var group = run.inputs("dev", "bastion-group");
        for (var size : List.of("minSize", "maxSize", "desiredCapacity")) {
            assertEquals(1.0, number(group, size), size);
        }
        assertEquals(3, ((List<?>) group.get("vpcZoneIdentifiers")).size());
        var hook = (Map<?, ?>) ((List<?>) group.get("initialLifecycleHooks")).get(0);
        assertEquals("ABANDON", hook.get("defaultResult"));
        assertEquals("autoscaling:EC2_INSTANCE_LAUNCHING", hook.get("lifecycleTransition"));
        assertEquals(8, ((List<?>) group.get("tags")).size());
        var template = run.inputs("dev", "bastion-template");
        assertEquals("required", ((Map<?, ?>) template.get("metadataOptions")).get("httpTokens"));
        assertEquals(1.0, number((Map<?, ?>) template.get("metadataOptions"), "httpPutResponseHopLimit"));
        assertTrue(template.get("blockDeviceMappings").toString().contains("encrypted=true"));
        assertFalse(template.containsKey("keyName"));
        assertFalse(run.result.outputs().containsKey("sshCommand"));
        assertTrue(run.byName.keySet().stream().noneMatch(name -> name.contains("ssh-from") || name.contains("acl-in-2")
                || name.contains("bastion-acl")), "no port is open unless configured");
        var alarm = run.inputs("dev", "bastion-cpu");
        assertEquals(
                "CPUUtilization Average GreaterThanThreshold 80.0 600.0 1.0 notBreaching",
                "%s %s %s %s %s %s %s".formatted(
                        alarm.get("metricName"), alarm.get("statistic"), alarm.get("comparisonOperator"),
                        number(alarm, "threshold"), number(alarm, "period"), number(alarm, "evaluationPeriods"),
                        alarm.get("treatMissingData")));
    }

    @Test
    void configured_blocks_open_port_22_in_group_and_acl() {
        var settings = StackRun.settings("dev", Map.of(
                "bastion.accessCidrs", List.of("198.51.100.0/24"), "bastion.keyPairName", "team"));
        var run = StackRun.of("dev", settings, false, StackRun.LOCATION);
        assertEquals("198.51.100.0/24", run.inputs("dev", "bastion-ssh-from-198.51.100.0/24").get("cidrIpv4"));
        assertEquals(22.0, number(run.inputs("dev", "bastion-acl-in-200"), "fromPort"));
        assertEquals("team", run.inputs("dev", "bastion-template").get("keyName"));
        assertEquals("ssh -i team.pem ec2-user@198.51.100.7", run.output("sshCommand"));
    }

    @ParameterizedTest
    @CsvSource({"per-az,3,3", "single,1,3", "none,0,0"})
    void private_zones_leave_by_the_configured_nat_gateways(String asked, int gateways, int routes) {
        var settings = StackRun.settings("dev", Map.of("network.natGateways", asked));
        var run = StackRun.of("dev", settings, false, StackRun.LOCATION);
        assertEquals(gateways, run.ofType("aws:ec2/natGateway:NatGateway").size());
        var toNat = run.ofType("aws:ec2/route:Route").stream().filter(r -> r.inputs().containsKey("natGatewayId")).toList();
        assertEquals(routes, toNat.size());
        assertEquals(gateways, toNat.stream().map(r -> r.inputs().get("natGatewayId")).distinct().count());
    }

    @Test
    void a_network_alone_needs_no_topic_and_outputs_only_its_own() {
        var changes = new HashMap<String, Object>();
        changes.put("bastion", null);
        changes.put("database", null);
        changes.put("notificationEmail", null);
        var run = StackRun.of("dev", StackRun.settings("dev", changes), false, StackRun.LOCATION);
        assertEquals(NETWORK_OUTPUTS, run.result.outputs().keySet());
        assertTrue(run.ofType("aws:sns/topic:Topic").isEmpty());
        assertTrue(run.ofType("aws:rds/cluster:Cluster").isEmpty());
    }

    @Test
    void bootstrap_waits_for_the_writer_alone_and_is_never_called_on_destroy() {
        var run = StackRun.of("prod", false);
        var call = run.inputs("prod", "bootstrap-run");
        assertEquals("CREATE_ONLY", call.get("lifecycleScope"));
        assertEquals("prod-0a1b2c3d-bootstrap", run.inputs("prod", "bootstrap-function").get("name"));
        assertEquals("""
                {"schema":"app","ownerRole":"app_owner","readWriteRole":"app_rw","readOnlyRole":"app_ro",\
                "extensions":["pg_stat_statements","pgaudit"]}""", call.get("input"));
        assertEquals(
                Map.of("code", FunctionCode.in(Path.of("")).sha256(), "cluster", "cluster-ABC"), call.get("triggers"));
        assertEquals(
                List.of("prod-bootstrap-to-cluster", "prod-bootstrap-to-secrets-endpoint", "prod-cluster-from-bootstrap",
                        "prod-instance-1", "prod-secrets-endpoint"),
                dependsOn(run, "prod-bootstrap-run").stream().sorted().toList());
    }

    @Test
    void bootstrap_function_runs_privately_under_its_own_key_and_log() {
        var run = StackRun.of("prod", false);
        var function = run.inputs("prod", "bootstrap-function");
        assertEquals("java21", function.get("runtime"));
        assertEquals(List.of("arm64"), function.get("architectures"));
        assertEquals("Active", ((Map<?, ?>) function.get("tracingConfig")).get("mode"));
        assertEquals("arn:aws:prod-key", function.get("kmsKeyArn"));
        assertFalse(function.containsKey("reservedConcurrentExecutions"), "small accounts have none to reserve");
        var vpc = (Map<?, ?>) function.get("vpcConfig");
        assertEquals(List.of("prod-private-1-id", "prod-private-2-id", "prod-private-3-id"), vpc.get("subnetIds"));
        assertEquals(List.of("prod-bootstrap-access-id"), vpc.get("securityGroupIds"));
        var variables = (Map<?, ?>) ((Map<?, ?>) function.get("environment")).get("variables");
        assertEquals("arn:aws:secretsmanager:secret", variables.get("MASTER_SECRET_ARN"));
        assertEquals("writer.example", variables.get("CLUSTER_ENDPOINT"));
        assertEquals("5432", variables.get("CLUSTER_PORT"));
        assertEquals("sampledb", variables.get("DATABASE_NAME"));
        assertEquals("prod-bootstrap-log", ((Map<?, ?>) function.get("loggingConfig")).get("logGroup"));
        assertEquals(365.0, number(run.inputs("prod", "bootstrap-log"), "retentionInDays"));
        assertEquals(
                Set.of("prod-bootstrap-to-cluster 5432.0 prod-cluster-access-id",
                        "prod-bootstrap-to-secrets-endpoint 443.0 prod-secrets-endpoint-access-id"),
                run.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                        .filter(r -> r.inputs().get("securityGroupId").equals("prod-bootstrap-access-id"))
                        .map(r -> r.name() + " " + r.inputs().get("toPort") + " "
                                + r.inputs().get("referencedSecurityGroupId"))
                        .collect(Collectors.toSet()));
        assertTrue(
                dependsOn(run, "prod-bootstrap-access").contains("prod-bootstrap-policy"),
                "Lambda could not let go of its interfaces when the role goes first");
    }

    @Test
    void bootstrap_that_is_off_leaves_nothing_behind() {
        var on = StackRun.of("dev", false);
        var off = StackRun.of("dev", StackRun.settings("dev", Map.of("database.bootstrap", Map.of("enabled", false))),
                false, StackRun.LOCATION);
        var rest = new TreeSet<>(on.byName.keySet());
        rest.removeIf(name -> name.contains("bootstrap"));
        assertEquals(rest, off.byName.keySet());
        assertFalse(off.result.outputs().containsKey("bootstrapResult"));
    }

    @Test
    void a_database_without_a_bastion_opens_its_port_to_nobody() {
        var changes = new HashMap<String, Object>();
        changes.put("bastion", null);
        changes.put("database.bootstrap", Map.of("enabled", false));
        var run = StackRun.of("dev", StackRun.settings("dev", changes), false, StackRun.LOCATION);
        assertTrue(run.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").stream()
                .noneMatch(r -> r.inputs().get("securityGroupId").equals("dev-cluster-access-id")));
        assertFalse(run.result.outputs().containsKey("bastionEip"));
    }

    @Test
    void an_address_taken_out_leaves_the_other_subscriptions_alone() {
        var two = StackRun.of("dev", StackRun.settings("dev", Map.of(
                "notificationEmail", List.of("first@example.com", "second@example.com"))), false, StackRun.LOCATION);
        var one = StackRun.of("dev", StackRun.settings("dev", Map.of(
                "notificationEmail", List.of("second@example.com"))), false, StackRun.LOCATION);
        assertEquals(
                two.inputs("dev", "notifications-second@example.com"),
                one.inputs("dev", "notifications-second@example.com"));
    }

    @Test
    void another_zone_list_moves_no_subnet() {
        var later = new Location(
                "aws", "eu-west-1", "123456789012", "com.amazonaws", List.of("eu-west-1b", "eu-west-1c", "eu-west-1e"));
        var before = StackRun.of("prod", false);
        var after = StackRun.of("prod", StackRun.settings("prod", Map.of()), false, later);
        assertEquals(before.byName.keySet(), after.byName.keySet());
        for (var name : before.byName.keySet()) {
            var was = new TreeMap<>(before.byName.get(name).inputs());
            var is = new TreeMap<>(after.byName.get(name).inputs());
            if (after.options.get(name).getIgnoreChanges().contains("availabilityZone")) {
                was.remove("availabilityZone");
                is.remove("availabilityZone");
            }
            // Archives know no equality.
            was.remove("code");
            is.remove("code");
            assertEquals(was, is, name);
        }
    }

    @Test
    void stack_of_any_name_gets_names_that_aws_accepts() {
        var stack = "Team_A.blue--1-with-a-very-long-name-that-goes-on-and-on-and-on";
        var run = StackRun.of(stack, StackRun.settings("prod", Map.of()), false, StackRun.LOCATION);
        var id = run.inputs(stack, "cluster").get("clusterIdentifier").toString();
        assertTrue(id.matches("[a-z](-?[a-z0-9])*") && id.length() <= 60, id);
        run.byName.values().stream()
                .map(r -> r.inputs().get("namePrefix"))
                .filter(prefix -> prefix != null && !prefix.toString().contains("/"))
                .forEach(prefix -> assertTrue(
                        prefix.toString().matches("[a-z](-?[a-z0-9])*-") && prefix.toString().length() <= 38,
                        prefix.toString()));
    }

    private static double number(Map<?, ?> inputs, String key) {
        return ((Number) inputs.get(key)).doubleValue();
    }

    private static List<String> dependsOn(StackRun run, String name) {
        var resources = PulumiValues.of(run.options.get(name).getDependsOn());
        return resources.stream().map(resource -> resource.pulumiResourceName()).toList();
    }
}
