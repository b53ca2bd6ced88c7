package aurorapg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

    /** A value that passes and one that fails. */
    record Example(String path, String passing, String failing) {
        @Override
        public String toString() {
            return path + " " + failing;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                "stage | \"prod\" | \"production\"",
                "stage | \"pre-prod\" | \"PROD\"",
                "tags.application | \"Sample App\" | \"A1\"",
                "tags.application | \"abc\" | \"ab\"",
                "tags.applicationVersion | \"1.10\" | \"1_0\"",
                "tags.applicationVersion | 7 | 1.1",
                "tags.projectCostCenter | \"0123\" | \"12a\"",
                "tags.projectCostCenter | 12345 | 1.5",
                "tags.serviceOwnersEmailContact | \"a@example.com\" | \"a.example.com\"",
                "tags.confidentiality | \"pii/phi\" | \"secret\"",
                "tags.compliance | \"none\" | \"gdpr\"",
                "notificationEmail | [\"a@example.com\", \"b@example.com\"] | [\"a@example.com\", \"b\"]",
                "notificationEmail | \"a@example.com\" | [\"a@example.com\", \"A@example.com\"]",
                "network.cidr | \"10.33.0.0/16\" | \"10.33.0.0/15\"",
                "network.cidr | \"192.168.8.0/21\" | \"192.168.8.0/22\"",
                "network.cidr | \"172.16.0.0/16\" | \"172.15.0.0/16\"",
                "network.cidr | \"10.1.0.0/16\" | \"10.1.2.0/16\"",
                "network.availabilityZones | [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"] | [\"us-east-1a\", \"us-east-1b\"]",
                "network.availabilityZones | [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"] | [\"us-east-1a\", \"us-east-1a\", \"us-east-1b\"]",
                "network.natGateways | \"single\" | \"two\"",
                "network.flowLogRetentionDays | 365 | 364",
                "network.stack | \"organization/aurora-postgres/net\" | \"net\"",
                "network.vpcId | \"vpc-0123456789abcdef0\" | \"subnet-1\"",
                "network.publicSubnetIds | [\"subnet-0123456789abcdef0\"] | []",
                "network.privateSubnetIds | [\"subnet-1\", \"subnet-2\"] | [\"subnet-1\"]",
                "bastion.stack | \"acme/aurora-postgres/access.prod\" | \"acme/access\"",
                "bastion.accessCidrs | [\"10.0.0.0/8\", \"198.51.100.0/24\"] | [\"0.0.0.0/0\"]",
                "bastion.accessCidrs | [\"198.51.100.7/32\"] | [\"128.0.0.0/7\"]",
                "bastion.accessCidrs | [\"198.51.100.0/24\"] | [\"198.51.100.0/24\", \"198.51.100.0/25\"]",
                "bastion.keyPairName | \"my key\" | \"\"",
                "bastion.instanceType | \"t4g.nano\" | \"t4g\"",
                "bastion.amiId | \"ami-0123456789abcdef0\" | \"ami-1\"",
                "bastion.tenancy | \"dedicated\" | \"host\"",
                "bastion.banner | true | \"yes\"",
                "bastion.bannerText | \"Be careful\" | \" \"",
                "bastion.bannerText | \"s3://files/banner.txt\" | \"s3://files\"",
                "bastion.tcpForwarding | true | 1",
                "bastion.x11Forwarding | true | \"true\"",
                "bastion.bootstrapScript | \"s3://files/team.sh\" | \"https://example.com/team.sh\"",
                "bastion.logRetentionDays | 14 | 15",
                "database.name | \"app_1\" | \"1app\"",
                "database.port | 1150 | 1149",
                "database.port | 65535 | \"5432\"",
                "database.masterUsername | \"owner_1\" | \"postgres\"",
                "database.masterUsername | \"a\" | \"admin\"",
                "database.masterUsername | \"abcdefghijklmnop\" | \"abcdefghijklmnopq\"",
                "database.masterUsername | \"owner\" | \"rdsadmin\"",
                "database.engineVersion | \"16.10\" | \"12.9\"",
                "database.engineVersion | 16.8 | 16.1",
                "database.engineVersion | \"17.4\" | \"17\"",
                "database.instanceClass | \"db.r6g.large\" | \"r6g.large\"",
                "database.instances | 16 | 17",
                "database.instances | 1 | 0",
                "database.instanceClasses | [\"db.r7g.large\", \"db.r7g.large\"] | [\"r7g.large\"]",
                "database.instanceClasses | [\"db.r7g.2xlarge\", \"db.r7g.large\"] | []",
                "database.serverless.minCapacity | 0.5 | 0.7",
                "database.serverless.minCapacity | 0 | -1",
                "database.serverless.maxCapacity | 256 | 257",
                "database.serverless.secondsUntilAutoPause | 300 | 299",
                "database.readerAutoscaling.minReaders | 0 | 16",
                "database.readerAutoscaling.maxReaders | 15 | -1",
                "database.readerAutoscaling.targetCpuPercent | 60 | 0",
                "database.readerAutoscaling.targetConnections | 500 | 0",
                "database.endpoints | {\"reports\": {\"type\": \"any\", \"members\": [1]}} | {\"reports\": {\"type\": \"all\", \"members\": [1]}}",
                "database.endpoints | {\"r-1\": {\"type\": \"reader\", \"members\": [1]}} | {\"R\": {\"type\": \"any\", \"members\": [1]}}",
                "database.endpoints | {} | {\"a\": {\"type\": \"any\", \"members\": [1], \"weight\": 1}}",
                "database.proxy.iamAuth | \"disabled\" | \"optional\"",
                "database.proxy.maxConnectionsPercent | 100 | 0",
                "database.proxy.idleClientTimeoutSeconds | 28800 | 28801",
                "database.dataApi | false | \"yes\"",
                "database.dns.zoneId | \"Z0123456789ABC\" | \"zone\"",
                "database.dns.writer | \"db.example.internal\" | \"db\"",
                "database.dns.reader | \"ro.db.example.internal\" | \"DB.example.internal\"",
                "database.storage | \"io-optimized\" | \"gp3\"",
                "database.masterPassword | \"rds-managed\" | \"mine\"",
                "database.masterPasswordRotationDays | 90 | 91",
                "database.backupRetentionDays | 35 | 36",
                "database.backupWindow | \"23:45-00:15\" | \"03:00-03:29\"",
                "database.maintenanceWindow | \"sun:05:00-sun:05:30\" | \"sunday:05:00-06:00\"",
                "database.maintenanceWindow | \"sun:23:45-mon:00:15\" | \"sun:05:00-sun:05:20\"",
                "database.deletionProtection | true | \"true\"",
                "database.monitoringIntervalSeconds | 60 | 2",
                "database.performanceInsightsRetentionDays | 465 | 30",
                "database.autoMinorVersionUpgrade | false | 0",
                "database.allowMajorVersionUpgrade | true | \"no\"",
                "database.applyImmediately | false | \"false\"",
                "database.logRetentionDays | 3653 | 0",
                "database.accessSecurityGroupIds | [\"sg-0123456789abcdef0\"] | [\"default\"]",
                "database.accessCidrs | [\"10.99.0.0/16\"] | [\"8.8.8.0/24\"]",
                "database.clusterParameters | {\"rds.force_ssl\": 1} | {\"Work Mem\": 1}",
                "database.instanceParameters | {\"work_mem\": \"65536\"} | {\"work_mem\": []}",
                "database.alarms.cpuPercent | 90 | 101",
                "database.alarms.maximumUsedTransactionIds | 1000000000 | 2000000001",
                "database.alarms.freeLocalStorageBytes | 1 | 0",
                "database.bootstrap.enabled | false | \"no\"",
                "database.bootstrap.schema | \"Ünser \\\"Schema\\\"\" | \"public\"",
                "database.bootstrap.schema | \"select\" | \"pg_temp\"",
                "database.bootstrap.ownerRole | \"a-b c\" | \"rds_superuser\"",
                "database.bootstrap.readWriteRole | \"" + "é".repeat(31) + "\" | \"" + "é".repeat(32) + "\"",
                "database.bootstrap.readOnlyRole | \"readers\" | \"a\\tb\"",
                "database.bootstrap.extensions | [\"pg_stat_statements\", \"uuid-ossp\"] | [\"a; drop\"]",
                "database.bootstrap.extensions | [] | \"pgaudit\"")
                .map(line -> line.split(" \\| "))
                .map(cells -> new Example(cells[0], cells[1], cells[2]));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_right_value_passes_and_a_wrong_one_is_named_with_its_key(Example example) {
        assertEquals(List.of(), wrongs(fitting(example.path(), example.passing())), example.passing());
        var lines = wrongs(fitting(example.path(), example.failing()));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("aurora-postgres:" + example.path().replace(".", "\\.") + ": .+ \\(.+\\)"), lines.get(0));
    }

    /** The base with a value, in surroundings where its key has a place. */
    private static JsonObject fitting(String path, String json) {
        var changes = new LinkedHashMap<String, String>();
        if (path.equals("network.stack") || path.matches("network\\.(vpcId|.*SubnetIds)")) {
            changes.put("network.cidr", null);
        }
        if (path.matches("network\\.(vpcId|.*SubnetIds)")) {
            changes.put("network.vpcId", "\"vpc-1\"");
            changes.put("network.publicSubnetIds", "[\"subnet-1\"]");
            changes.put("network.privateSubnetIds", "[\"subnet-1\", \"subnet-2\"]");
        }
        if (path.startsWith("database.serverless.")) {
            changes.put("database.instanceClass", "\"db.serverless\"");
            changes.put("database.serverless", "{\"minCapacity\": 0, \"maxCapacity\": 8}");
        }
        if (path.startsWith("database.readerAutoscaling.")) {
            var target = path.endsWith("targetConnections") ? "{" : "{\"targetCpuPercent\": 60, ";
            changes.put("database.readerAutoscaling", target + "\"minReaders\": 0, \"maxReaders\": 2}");
        }
        if (path.startsWith("database.dns.")) {
            changes.put("database.dns",
                    "{\"zoneId\": \"Z1\", \"writer\": \"w.example.internal\", \"reader\": \"r.example.internal\"}");
        }
        if (path.equals("bastion.stack")) {
            changes.put("bastion", "{}");
        }
        changes.put(path, json);
        return withAll(changes);
    }

    @Test
    void every_key_has_examples() {
        var keys = Configuration.keys().stream()
                .filter(key -> key.notBuilt().isEmpty() && key.type() != (ValueType<?>) ValueType.SECTION)
                .map(Key::path)
                .collect(Collectors.toCollection(TreeSet::new));
        keys.remove("database.restore.snapshot"); // goes together with the name, see the rules
        assertEquals(keys, examples().map(Example::path).collect(Collectors.toCollection(TreeSet::new)));
    }

    static Map<String, List<Map<String, String>>> ruleExamples() {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        all.put("alarms need an address", List.of(
                map("notificationEmail", null, "bastion", null, "database", null), map("notificationEmail", null)));
        all.put("an open port 22 needs a key pair", List.of(
                map("bastion.accessCidrs", "[\"198.51.100.0/24\"]", "bastion.keyPairName", "\"team\""),
                map("bastion.accessCidrs", "[\"198.51.100.0/24\"]", "bastion.keyPairName", null)));
        all.put("no dedicated t2", List.of(
                map("bastion.tenancy", "\"dedicated\"", "bastion.instanceType", "\"t3.micro\""),
                map("bastion.tenancy", "\"dedicated\"", "bastion.instanceType", "\"t2.micro\"")));
        all.put("a banner's text needs the banner", List.of(
                map("bastion.bannerText", "\"x\""), map("bastion.bannerText", "\"x\"", "bastion.banner", "false")));
        all.put("a new cluster names its database", List.of(
                map("database.name", null, "database.restore", "{\"snapshot\": \"s\"}"), map("database.name", null)));
        all.put("a restored cluster brings its database", List.of(
                map("database.name", null, "database.restore", "{\"snapshot\": \"s\"}"),
                map("database.restore", "{\"snapshot\": \"s\"}")));
        all.put("windows do not overlap", List.of(
                map("database.backupWindow", "\"03:00-04:00\"", "database.maintenanceWindow", "\"sun:04:00-sun:05:00\""),
                map("database.backupWindow", "\"23:30-00:30\"", "database.maintenanceWindow", "\"mon:00:00-mon:01:00\"")));
        all.put("the engine version runs the class", List.of(
                map("database.instanceClass", "\"db.r7g.large\"", "database.engineVersion", "\"16.8\""),
                map("database.instanceClass", "\"db.r7g.large\"", "database.engineVersion", "\"13.6\"")));
        var existing = map("network.cidr", null, "network.vpcId", "\"vpc-1\"",
                "network.publicSubnetIds", "[\"subnet-1\"]", "network.privateSubnetIds", "[\"subnet-2\", \"subnet-3\"]");
        all.put("one network", List.of(existing, map("network.stack", "\"o/p/net\"")));
        all.put("what is not created has no settings", List.of(
                map("network.cidr", null, "network.stack", "\"o/p/net\""),
                map("network.cidr", null, "network.stack", "\"o/p/net\"", "network.natGateways", "\"none\"")));
        all.put("a bastion in an existing VPC has its subnets", List.of(existing, without(existing, "network.publicSubnetIds")));
        all.put("a database in an existing VPC has its subnets", List.of(existing, without(existing, "network.privateSubnetIds")));
        all.put("another stack's bastion has no settings", List.of(
                map("bastion", "{\"stack\": \"o/p/access\"}"),
                map("bastion", "{\"stack\": \"o/p/access\", \"keyPairName\": \"team\"}")));
        all.put("another stack's bastion reaches something", List.of(
                map("bastion", "{\"stack\": \"o/p/access\"}"),
                map("bastion", "{\"stack\": \"o/p/access\"}", "database", null)));
        var scaling = map("database.instanceClass", "\"db.serverless\"",
                "database.serverless", "{\"minCapacity\": 0, \"maxCapacity\": 8}");
        all.put("one way to name the classes", List.of(
                map("database.instanceClasses", "[\"db.r7g.large\"]"),
                map("database.instanceClasses", "[\"db.r7g.large\"]", "database.instances", "1")));
        all.put("what scales has limits", List.of(scaling, map("database.instanceClass", "\"db.serverless\"")));
        all.put("capacities in order", List.of(
                scaling, and(scaling, "database.serverless", "{\"minCapacity\": 9, \"maxCapacity\": 8}")));
        all.put("the engine version pauses", List.of(scaling, and(scaling, "database.engineVersion", "\"16.2\"")));
        all.put("the engine version scales that far", List.of(
                and(scaling, "database.serverless", "{\"minCapacity\": 1, \"maxCapacity\": 256}"),
                and(and(scaling, "database.serverless", "{\"minCapacity\": 1, \"maxCapacity\": 129}"),
                        "database.engineVersion", "\"15.6\"")));
        all.put("only what may pause has a time for it", List.of(
                and(scaling, "database.serverless", "{\"minCapacity\": 0, \"maxCapacity\": 8, \"secondsUntilAutoPause\": 600}"),
                and(scaling, "database.serverless", "{\"minCapacity\": 1, \"maxCapacity\": 8, \"secondsUntilAutoPause\": 600}")));
        all.put("nothing keeps what may pause awake", List.of(scaling, and(scaling, "database.proxy", "{}")));
        var readers = "{\"minReaders\": 1, \"maxReaders\": 2, \"targetCpuPercent\": 60}";
        all.put("readers in order", List.of(
                map("database.readerAutoscaling", readers),
                map("database.readerAutoscaling", readers.replace("\"minReaders\": 1", "\"minReaders\": 3"))));
        all.put("autoscaling has room", List.of(
                map("database.readerAutoscaling", readers, "database.instances", "3"),
                map("database.readerAutoscaling", readers, "database.instances", "4")));
        all.put("autoscaling aims at one thing", List.of(
                map("database.readerAutoscaling", readers),
                map("database.readerAutoscaling", readers.replace("}", ", \"targetConnections\": 9}"))));
        all.put("endpoints name instances", List.of(
                map("database.endpoints", "{\"a\": {\"type\": \"any\", \"members\": [2]}}", "database.instances", "2"),
                map("database.endpoints", "{\"a\": {\"type\": \"any\", \"members\": [3]}}", "database.instances", "2")));
        all.put("no Data API on burstable classes", List.of(
                map("database.dataApi", "true", "database.instanceClass", "\"db.r7g.large\""),
                map("database.dataApi", "true", "database.instanceClass", "\"db.t4g.medium\"")));
        var names = "{\"zoneId\": \"Z1\", \"writer\": \"w.example.internal\", \"reader\": \"r.example.internal\"}";
        all.put("two names for two endpoints", List.of(
                map("database.dns", names), map("database.dns", names.replace("r.example", "w.example"))));
        all.put("the application's roles are six roles", List.of(
                map("database.bootstrap.ownerRole", "\"o\"", "database.bootstrap.readWriteRole", "\"O\""),
                map("database.bootstrap.readWriteRole", "\"app_ro_login\"")));
        all.put("extensions find their library", List.of(
                map("database.instanceParameters", "{\"shared_preload_libraries\": \"pgaudit,pg_stat_statements\"}"),
                map("database.instanceParameters", "{\"shared_preload_libraries\": \"pg_stat_statements\"}")));
        return all;
    }

    @Test
    void every_family_of_classes_says_where_its_figures_are_from() {
        InstanceClasses.families().forEach((name, family) -> {
            assertTrue(!family.source().isBlank() && family.date().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"), name);
            assertTrue(!family.sizes().isEmpty(), name);
            family.sizes().forEach((size, has) -> assertTrue(has.vcpus() > 0 && has.memoryGib() > 0, name + "." + size));
        });
    }

    @Test
    void a_role_that_would_be_the_master_user_is_refused_with_its_name() {
        assertEquals(1, wrongs(with("database.masterUsername", "\"app_owner\"")).size(), "also where the roles are defaults");
        var lines = wrongs(with("database.bootstrap.readOnlyRole", "\"owner1\""));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("the role \"owner1\" would stand for two"), lines.get(0));
    }

    @Test
    void logins_of_long_roles_differ_from_their_roles_and_fit_postgresql() {
        assertEquals("app_owner_login", BootstrapSettings.login("app_owner"));
        assertEquals("é".repeat(28) + "_login", BootstrapSettings.login("é".repeat(31)));
        assertEquals(63, BootstrapSettings.login("a".repeat(63)).length());
    }

    @Test
    void bootstrap_is_on_with_the_contracts_defaults_and_can_be_turned_off() {
        var settings = ConfigurationReader.read("aurora-postgres", flat(base())).database().orElseThrow();
        assertEquals(
                Optional.of(new BootstrapSettings(
                        "app", "app_owner", "app_rw", "app_ro", List.of("pg_stat_statements", "pgaudit"))),
                settings.bootstrap());
        var off = ConfigurationReader.read("aurora-postgres", flat(with("database.bootstrap.enabled", "false")));
        assertEquals(Optional.empty(), off.database().orElseThrow().bootstrap());
    }

    @Test
    void every_rule_across_keys_passes_and_fails_by_example() {
        var examples = ruleExamples();
        assertEquals(
                Rules.ALL.stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(examples.keySet()));
        for (var rule : Rules.ALL) {
            assertEquals(List.of(), wrongs(withAll(examples.get(rule.name()).get(0))), rule.name());
            var lines = wrongs(withAll(examples.get(rule.name()).get(1)));
            assertEquals(1, lines.size(), rule.name() + lines);
            assertTrue(lines.get(0).startsWith("aurora-postgres:" + rule.key().path() + ": "), lines.get(0));
        }
    }

    @Test
    void every_violation_is_reported_at_once_in_the_contracts_form() {
        var lines = wrongs(withAll(map(
                "stage", "\"qa\"", "database.port", "80", "network.cidr", "\"8.8.0.0/16\"", "bastion.banner", "\"yes\"")));
        assertEquals(4, lines.size(), lines.toString());
        assertTrue(lines.contains("aurora-postgres:database.port: is 80 (a whole number from 1150 to 65535)"), lines.toString());
    }

    @Test
    void a_misspelt_key_is_an_error_that_names_the_nearest() {
        var lines = wrongs(withAll(map("database.instnces", "2", "databse", "{}")));
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("aurora-postgres:database.instnces: ") && l.contains("did you mean instances?")), lines.toString());
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("aurora-postgres:databse: ") && l.contains("did you mean database?")), lines.toString());
    }

    @Test
    void features_that_are_not_built_yet_say_so_and_name_the_key() {
        var paths = new TreeSet<String>();
        for (var key : Configuration.keys()) {
            key.notBuilt().ifPresent(when -> {
                var lines = wrongs(with(key.path(), "{}"));
                assertTrue(lines.stream().anyMatch(l -> l.startsWith("aurora-postgres:" + key.path() + ": is not built yet (")), key.path() + lines);
                paths.add(key.path());
            });
        }
        for (var value : List.of("database.masterPassword | \"rotated-secret\"")) {
            var cells = value.split(" \\| ");
            var lines = wrongs(with(cells[0], cells[1]));
            assertTrue(lines.size() == 1 && lines.get(0).contains("not built yet"), lines.toString());
        }
        assertEquals(
                Stream.of(
                        "database.restore.cluster", "database.restore.time",
                        "database.restore.latest", "database.restore.clone").collect(Collectors.toCollection(TreeSet::new)),
                paths);
    }

    @Test
    void null_objects_and_text_in_place_of_objects_are_errors() {
        for (var wrong : List.of("null", "\"\"", "\"yes\"", "[]")) {
            var lines = wrongs(with("bastion", wrong));
            assertEquals(1, lines.size(), wrong + lines);
            assertTrue(lines.get(0).startsWith("aurora-postgres:bastion: "), lines.get(0));
        }
    }

    @Test
    void missing_required_keys_are_named_one_by_one() {
        var lines = wrongs(new JsonObject());
        assertEquals(
                List.of("stage", "tags", "network"),
                lines.stream().map(l -> l.substring("aurora-postgres:".length(), l.indexOf(": is missing"))).toList());
    }

    @Test
    void defaults_are_the_contracts_in_every_stage() {
        var expected = List.of(
                "30 PER_AZ 14 t3.micro 5432 16.8 db.t4g.medium 1 false 30 7 false 0 7 true false true 30",
                "30 PER_AZ 14 t3.micro 5432 16.8 db.t4g.medium 1 false 30 7 false 0 7 true false true 30",
                "365 PER_AZ 365 t3.micro 5432 16.8 db.r7g.large 2 false 30 7 true 0 7 true false false 365",
                "365 PER_AZ 365 t3.micro 5432 16.8 db.r7g.large 2 false 30 35 true 1 731 false false false 365");
        for (var stage : Stage.values()) {
            var s = ConfigurationReader.read("aurora-postgres", flat(with("stage", "\"" + stage.label() + "\"")));
            var d = s.database().orElseThrow();
            var b = s.bastion().orElseThrow();
            var n = (NetworkSettings.Created) s.network();
            assertEquals(
                    expected.get(stage.ordinal()),
                    Stream.<Object>of(
                            n.flowLogRetentionDays(), n.natGateways(), b.logRetentionDays(), b.instanceType(),
                            d.port(), d.engineVersion(), d.instanceClasses().get(0), d.instanceClasses().size(), d.ioOptimized(),
                            d.masterPasswordRotationDays(), d.backupRetentionDays(), d.deletionProtection(),
                            d.monitoringIntervalSeconds(), d.performanceInsightsRetentionDays(), d.autoMinorVersionUpgrade(),
                            d.allowMajorVersionUpgrade(), d.applyImmediately(), d.logRetentionDays())
                            .map(Object::toString).collect(Collectors.joining(" ")),
                    stage.label());
            assertEquals(new DatabaseSettings.AlarmThresholds(80, 600_000_000, 5_368_709_120L, false), d.alarms());
            assertEquals("default true false false", "%s %s %s %s".formatted(b.tenancy(), b.banner(), b.tcpForwarding(), b.x11Forwarding()));
        }
    }

    @Test
    void other_namespaces_are_left_alone_and_our_tags_carry_awss_keys() {
        var config = flat(base());
        config.put("aws:region", "eu-west-1");
        var settings = ConfigurationReader.read("aurora-postgres", config);
        assertEquals(
                Map.of(
                        "EnvironmentStage", "dev", "Application", "Sample App", "ApplicationVersion", "1.0",
                        "ProjectCostCenter", "12345", "ServiceOwnersEmailContact", "owners@example.com",
                        "Confidentiality", "public", "Compliance", "none"),
                settings.tags());
    }

    @Test
    void parameters_become_the_text_that_rds_takes() {
        var settings = ConfigurationReader.read("aurora-postgres", flat(with(
                "database.instanceParameters", "{\"random_page_cost\": 1.10, \"log_lock_waits\": true, \"statement_timeout\": 0, \"search_path\": \"app\"}")));
        assertEquals(
                Map.of("random_page_cost", "1.1", "log_lock_waits", "1", "statement_timeout", "0", "search_path", "app"),
                settings.database().orElseThrow().instanceParameters());
    }

    private static JsonObject base() {
        return JsonParser.parseString(
                """
                {"stage": "dev",
                 "tags": {"application": "Sample App", "applicationVersion": "1.0", "projectCostCenter": "12345",
                          "serviceOwnersEmailContact": "owners@example.com", "confidentiality": "public", "compliance": "none"},
                 "notificationEmail": "ops@example.com",
                 "network": {"cidr": "10.33.0.0/16"},
                 "bastion": {"keyPairName": "team"},
                 "database": {"name": "app", "masterUsername": "owner1"}}
                """).getAsJsonObject();
    }

    private static JsonObject with(String path, String json) {
        return withAll(map(path, json));
    }

    private static JsonObject withAll(Map<String, String> changes) {
        var root = base();
        changes.forEach((path, json) -> {
            var at = root;
            var steps = path.split("\\.");
            for (int i = 0; i < steps.length - 1; i++) {
                if (!at.has(steps[i])) {
                    at.add(steps[i], new JsonObject());
                }
                at = at.getAsJsonObject(steps[i]);
            }
            if (json == null) {
                at.remove(steps[steps.length - 1]);
            } else {
                at.add(steps[steps.length - 1], JsonParser.parseString(json));
            }
        });
        return root;
    }

    private static Map<String, String> and(Map<String, String> changes, String path, String json) {
        var more = new LinkedHashMap<>(changes);
        more.put(path, json);
        return more;
    }

    private static Map<String, String> without(Map<String, String> changes, String path) {
        var rest = new LinkedHashMap<>(changes);
        rest.remove(path);
        return rest;
    }

    private static Map<String, String> map(String... words) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return map;
    }

    private static Map<String, String> flat(JsonObject root) {
        var flat = new HashMap<String, String>();
        root.entrySet().forEach(e -> flat.put(
                "aurora-postgres:" + e.getKey(),
                e.getValue().isJsonPrimitive() ? e.getValue().getAsString() : e.getValue().toString()));
        return flat;
    }

    private static List<String> wrongs(JsonObject root) {
        try {
            ConfigurationReader.read("aurora-postgres", flat(root));
            return List.of();
        } catch (InvalidConfigurationException e) {
            return List.of(e.getMessage().split("\n"));
        }
    }
}
