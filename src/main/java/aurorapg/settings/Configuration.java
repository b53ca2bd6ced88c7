package aurorapg.settings;

import static aurorapg.settings.ValueType.choice;
import static aurorapg.settings.ValueType.flag;
import static aurorapg.settings.ValueType.list;
import static aurorapg.settings.ValueType.oneOrList;
import static aurorapg.settings.ValueType.parameters;
import static aurorapg.settings.ValueType.text;
import static aurorapg.settings.ValueType.whole;
import static aurorapg.settings.ValueType.wholeOf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The one description of the configuration's shape, below the project's namespace. Reading, rules, stage defaults, the
 * editors' JSON Schema and the README's table all come from it.
 */
public final class Configuration {

    private static final List<Key<?>> KEYS = new ArrayList<>();

    private static final String LATER = "later";

    /** Retentions that CloudWatch Logs takes (API reference, PutRetentionPolicy) without ten years and more. */
    private static final List<Long> RETENTIONS = List.of(
            1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L, 1827L, 2192L, 2557L,
            2922L, 3288L, 3653L);

    /** What follows the prefix of an id of EC2's: 8 or 17 hexadecimal digits; shorter ones are of tests and emulators. */
    private static final String AWS_ID = "[0-9a-f]{1,17}";

    private static final String EMAIL_DOMAIN = "@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
    private static final String S3_OBJECT =
            "s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/(?:[A-Za-z0-9_.=+@:/-]*[A-Za-z0-9_.=+@:-])";
    /** Of the 20 entries that a network ACL takes in each direction (VPC quotas), four are the program's own. */
    private static final int MOST_SSH_BLOCKS = 16;

    /** Largest integer that JSON carries exactly everywhere (RFC 8259, section 6). */
    private static final long LARGEST_NUMBER = 9007199254740991L;

    static final Key<Stage> STAGE = key(
            "stage", stageType(), "what the environment is for; decides the defaults").required();

    static final Key<JsonObject> TAGS = section("tags", "tags of every resource").required();
    static final Key<String> APPLICATION = key(
            "tags.application",
            text("letters and spaces, at least 3, starts and ends with a letter", "[A-Za-z][A-Za-z ]{1,254}[A-Za-z]"),
            "tag Application").required();
    static final Key<String> APPLICATION_VERSION = key(
            "tags.applicationVersion", text("letters, digits, `.`, `-`", "[A-Za-z0-9.-]{1,256}").orDigits(),
            "tag ApplicationVersion").required();
    static final Key<String> COST_CENTER = key(
            "tags.projectCostCenter", text("digits; in quotes when the first is 0", "[0-9]{1,256}").orDigits(),
            "tag ProjectCostCenter").required();
    static final Key<String> OWNERS_EMAIL = key(
            "tags.serviceOwnersEmailContact",
            text("an e-mail address of letters, digits and `. _ + - = /`", "[A-Za-z0-9._+=/-]{1,64}" + EMAIL_DOMAIN),
            "tag ServiceOwnersEmailContact").required();
    static final Key<String> CONFIDENTIALITY = key(
            "tags.confidentiality", choice("public", "private", "confidential", "pii/phi"),
            "tag Confidentiality").required();
    static final Key<String> COMPLIANCE = key(
            "tags.compliance", choice("hipaa", "sox", "fips", "other", "none"), "tag Compliance").required();

    static final Key<List<String>> NOTIFICATION_EMAIL = key(
            "notificationEmail",
            oneOrList("one e-mail address or a list without duplicates",
                    text("an e-mail address", "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}" + EMAIL_DOMAIN))
                    .checked(Configuration::sameAddress),
            "who hears of alarms and events").otherwise("required with a bastion or database");

    static final Key<JsonObject> NETWORK = section("network", "the VPC").required();
    static final Key<String> CIDR = key(
            "network.cidr",
            text("private IPv4 block, /16 to /21, for example 10.33.0.0/16", Cidr.PATTERN).checked(Configuration::vpcBlock),
            "block of a VPC to create").required("network.stack", "network.vpcId");
    static final Key<List<String>> ZONES = key(
            "network.availabilityZones",
            list("exactly three zone names of one region",
                    text("a zone's name", "[a-z]{2}(?:-[a-z]+){1,2}-[0-9][a-z]"), 3, 3).checked(Configuration::oneRegion),
            "zones of the subnets").otherwise("first three available standard zones");
    static final Key<String> NAT_GATEWAYS = key(
            "network.natGateways", choice("per-az", "single", "none"),
            "how private subnets reach the internet").everywhere("per-az");
    static final Key<Long> FLOW_LOG_RETENTION = key(
            "network.flowLogRetentionDays", retention(), "days that flow logs are kept").byStage(30, 30, 365, 365);

    static final Key<String> NETWORK_STACK = key(
            "network.stack", stackName(), "another stack of this program whose network this one uses")
            .otherwise("none: a network of its own");
    static final Key<String> VPC_ID = key(
            "network.vpcId", text("an id", "vpc-" + AWS_ID), "a VPC that is there already; nothing of it is changed")
            .otherwise("none: a network of its own");
    static final Key<List<String>> PUBLIC_SUBNETS = key(
            "network.publicSubnetIds", subnetIds(1), "subnets of that VPC for a bastion")
            .otherwise("required with `network.vpcId` and a bastion");
    static final Key<List<String>> PRIVATE_SUBNETS = key(
            "network.privateSubnetIds", subnetIds(2), "subnets of that VPC, in at least two zones, for a database")
            .otherwise("required with `network.vpcId` and a database");

    static final Key<JsonObject> BASTION = section("bastion", "the bastion; `{}` creates one with the defaults")
            .otherwise("absent: no bastion");
    static final Key<List<String>> BASTION_ACCESS = key(
            "bastion.accessCidrs",
            list("at most 16 IPv4 blocks, /8 or narrower, never 0.0.0.0/0, without overlaps",
                    text("an IPv4 block", Cidr.PATTERN).checked(Configuration::narrowBlock), 0, MOST_SSH_BLOCKS)
                    .checked(Configuration::overlap),
            "who may reach port 22").otherwise("none: Session Manager only");
    static final Key<String> KEY_PAIR = key(
            "bastion.keyPairName", text("1 to 255 printable characters", "[!-~](?:[ -~]{0,253}[!-~])?"),
            "EC2 key pair").otherwise("required with `bastion.accessCidrs`");
    static final Key<String> BASTION_TYPE = key(
            "bastion.instanceType", text("an EC2 type such as t4g.nano", "[a-z0-9-]+\\.[a-z0-9-]+"),
            "its image's architecture follows it").everywhere("t3.micro");
    static final Key<String> AMI = key(
            "bastion.amiId", text("ami- and 8 or 17 hexadecimal digits", "ami-(?:[0-9a-f]{8}|[0-9a-f]{17})"),
            "image override").otherwise("newest Amazon Linux 2023");
    static final Key<String> TENANCY = key(
            "bastion.tenancy", choice("default", "dedicated"), "hardware; no t2 on dedicated").everywhere("default");
    static final Key<Boolean> BANNER =
            key("bastion.banner", flag(), "a warning before every login").everywhere(true);
    static final Key<String> BANNER_TEXT = key(
            "bastion.bannerText",
            text("text, or `s3://bucket/key` of a file", "(?!s3:)[\\s\\S]*\\S[\\s\\S]*|" + S3_OBJECT),
            "the warning").otherwise("our own warning text");
    static final Key<Boolean> TCP_FORWARDING =
            key("bastion.tcpForwarding", flag(), "whether sshd forwards TCP").everywhere(false);
    static final Key<Boolean> X11_FORWARDING =
            key("bastion.x11Forwarding", flag(), "whether sshd forwards X11").everywhere(false);
    static final Key<String> BOOTSTRAP_SCRIPT = key(
            "bastion.bootstrapScript", text("`s3://bucket/key`", S3_OBJECT),
            "script run at the end of host set-up").otherwise("none");
    static final Key<Long> BASTION_LOG_RETENTION = key(
            "bastion.logRetentionDays", retention(), "days that its log is kept").byStage(14, 14, 365, 365);
    static final Key<String> BASTION_STACK = key(
            "bastion.stack", stackName(), "another stack of this program whose bastion reaches the database; alone")
            .otherwise("none: a bastion of its own");

    static final Key<JsonObject> DATABASE = section("database", "the cluster").otherwise("absent: none");
    static final Key<String> DATABASE_NAME = key(
            "database.name",
            text("starts with a letter, letters, digits, `_`, at most 63", "[A-Za-z][A-Za-z0-9_]{0,62}"),
            "database created with the cluster").otherwise("required unless restoring");
    static final Key<Long> PORT =
            key("database.port", whole(1150, 65535), "TCP port of every endpoint").everywhere(5432);
    static final Key<String> MASTER_USERNAME = key(
            "database.masterUsername",
            text("starts with a letter, letters, digits, `_`, at most 16; no reserved name such as postgres or admin",
                    "[A-Za-z][A-Za-z0-9_]{0,15}")
                    .checked(name -> when(ReservedNames.contains(name), "which PostgreSQL or AWS reserves")),
            "the master user").required();
    static final Key<String> ENGINE_VERSION = key(
            "database.engineVersion",
            text("`major.minor`, major 13 or later", "(?:1[3-9]|[2-9][0-9])\\.(?:0|[1-9][0-9]?)")
                    .orNumber(Configuration::certainVersion, "which may stand for .10, .20 or .30: write it in quotes"),
            "PostgreSQL version").everywhere("16.8");
    static final Key<String> INSTANCE_CLASS = key(
            "database.instanceClass",
            instanceClass("an Aurora PostgreSQL class such as db.r7g.large, or db.serverless"),
            "class of every instance")
            .byStage("db.t4g.medium", "db.t4g.medium", "db.r7g.large", "db.r7g.large");
    static final Key<Long> INSTANCES =
            key("database.instances", whole(1, 16), "number of instances, writer included").byStage(1, 1, 2, 2);
    static final Key<List<String>> INSTANCE_CLASSES = key(
            "database.instanceClasses",
            ValueType.repeating("1 to 16 classes, writer first", instanceClass("a class"), 1, 16),
            "a class for each instance, in place of `instanceClass` and `instances`").otherwise("none");
    static final Key<JsonObject> SERVERLESS =
            section("database.serverless", "how db.serverless instances scale").otherwise("required with db.serverless");
    static final Key<Double> MIN_CAPACITY = key(
            "database.serverless.minCapacity", capacity(0), "least capacity in ACU; 0: the cluster may pause").required();
    static final Key<Double> MAX_CAPACITY = key(
            "database.serverless.maxCapacity", capacity(1), "most capacity in ACU").required();
    static final Key<Long> AUTO_PAUSE = key(
            "database.serverless.secondsUntilAutoPause", whole(300, 86400), "idle seconds before a pause")
            .otherwise("AWS' default, 300");
    static final Key<JsonObject> AUTOSCALING =
            section("database.readerAutoscaling", "readers that AWS adds and removes by load").otherwise("none");
    static final Key<Long> MIN_READERS = key(
            "database.readerAutoscaling.minReaders", whole(0, 15), "fewest readers, the stack's own included").required();
    static final Key<Long> MAX_READERS = key(
            "database.readerAutoscaling.maxReaders", whole(0, 15), "most readers, the stack's own included").required();
    static final Key<Double> TARGET_CPU = key(
            "database.readerAutoscaling.targetCpuPercent", ValueType.number(1, 100), "average CPU of the readers")
            .otherwise("this or `targetConnections`");
    static final Key<Long> TARGET_CONNECTIONS = key(
            "database.readerAutoscaling.targetConnections", whole(1, 262_143), "average connections of a reader")
            .otherwise("this or `targetCpuPercent`");
    static final Key<Map<String, CustomEndpoint>> ENDPOINTS = key(
            "database.endpoints", ValueType.endpoints(), "names of their own for some instances").otherwise("none");
    static final Key<JsonObject> PROXY =
            section("database.proxy", "an RDS Proxy before the cluster; `{}` is one with the defaults").otherwise("none");
    static final Key<String> PROXY_AUTH = key(
            "database.proxy.iamAuth", choice("required", "disabled"), "whether clients log in by IAM").otherwise("required");
    static final Key<Long> PROXY_CONNECTIONS = key(
            "database.proxy.maxConnectionsPercent", whole(1, 100), "share of the cluster's connections")
            .otherwise(String.valueOf(ProxySettings.MAX_CONNECTIONS_PERCENT));
    static final Key<Long> PROXY_IDLE = key(
            "database.proxy.idleClientTimeoutSeconds", whole(1, 28800), "idle seconds before a client is dropped")
            .otherwise(String.valueOf(ProxySettings.IDLE_CLIENT_TIMEOUT_SECONDS));
    static final Key<Boolean> DATA_API =
            key("database.dataApi", flag(), "SQL over HTTPS, by IAM").everywhere(false);
    static final Key<JsonObject> DNS =
            section("database.dns", "names of the endpoints in a private zone").otherwise("none");
    static final Key<String> ZONE_ID = key(
            "database.dns.zoneId", text("a hosted zone's id", "Z[A-Z0-9]{1,31}"), "the private zone").required();
    static final Key<String> WRITER_NAME = key(
            "database.dns.writer", dnsName(), "name of the writer's endpoint").required();
    static final Key<String> READER_NAME = key(
            "database.dns.reader", dnsName(), "name of the readers' endpoint").required();
    static final Key<String> STORAGE = key(
            "database.storage", choice("standard", "io-optimized"), "the cluster's storage").everywhere("standard");
    static final Key<JsonObject> RESTORE =
            section("database.restore", "what the cluster starts from").otherwise("none: a new cluster");
    static final Key<String> SNAPSHOT = key(
            "database.restore.snapshot",
            text("a cluster snapshot's identifier or ARN",
                    "(?:arn:aws[a-z-]*:rds:[a-z0-9-]+:[0-9]{12}:cluster-snapshot:)?"
                            + "(?:(?:rds|awsbackup):)?[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"),
            "snapshot to restore").required("database.restore.cluster");
    static final Key<String> MASTER_PASSWORD = key(
            "database.masterPassword",
            choice("rds-managed").withoutYet(new JsonPrimitive("rotated-secret"), LATER),
            "who keeps the master password").everywhere("rds-managed");
    static final Key<Long> PASSWORD_ROTATION = key(
            "database.masterPasswordRotationDays", whole(1, 90), "days between rotations").everywhere(30);
    static final Key<Long> BACKUP_RETENTION = key(
            "database.backupRetentionDays", whole(1, 35), "days that backups are kept").byStage(7, 7, 7, 35);
    static final Key<String> BACKUP_WINDOW = key(
            "database.backupWindow",
            text("`hh:mm-hh:mm` UTC, at least 30 minutes", Windows.BACKUP_PATTERN)
                    .checked(window -> when(Windows.backupMinutes(window) < 30, "shorter than 30 minutes")),
            "when AWS backs up, every day").otherwise("AWS chooses");
    static final Key<String> MAINTENANCE_WINDOW = key(
            "database.maintenanceWindow",
            text("`ddd:hh:mm-ddd:hh:mm` UTC in small letters, 30 minutes to less than a day, not overlapping"
                    + " `database.backupWindow`", Windows.MAINTENANCE_PATTERN).checked(Configuration::maintenance),
            "when AWS maintains").otherwise("AWS chooses");
    static final Key<Boolean> DELETION_PROTECTION = key(
            "database.deletionProtection", flag(), "AWS' flag and Pulumi's `protect` of everything that holds data")
            .byStage(false, false, true, true);
    static final Key<Long> MONITORING_INTERVAL = key(
            "database.monitoringIntervalSeconds",
            wholeOf("0, 1, 5, 10, 15, 30, 60", List.of(0L, 1L, 5L, 10L, 15L, 30L, 60L)),
            "Enhanced Monitoring; 0: off").byStage(0, 0, 0, 1);
    static final Key<Long> INSIGHTS_RETENTION = key(
            "database.performanceInsightsRetentionDays",
            wholeOf("7, 731 or a multiple of 31 between", insightsRetentions()),
            "days that Performance Insights keeps").byStage(7, 7, 7, 731);
    static final Key<Boolean> AUTO_MINOR = key(
            "database.autoMinorVersionUpgrade", flag(), "whether AWS installs minor versions")
            .byStage(true, true, true, false);
    static final Key<Boolean> ALLOW_MAJOR = key(
            "database.allowMajorVersionUpgrade", flag(), "whether a new major version is carried out").everywhere(false);
    static final Key<Boolean> APPLY_IMMEDIATELY = key(
            "database.applyImmediately", flag(), "or in the maintenance window").byStage(true, true, false, false);
    static final Key<Long> DATABASE_LOG_RETENTION = key(
            "database.logRetentionDays", retention(), "days that the exported log is kept").byStage(30, 30, 365, 365);
    static final Key<List<String>> ACCESS_GROUPS = key(
            "database.accessSecurityGroupIds",
            list("security group ids", text("an id", "sg-(?:[0-9a-f]{8}|[0-9a-f]{17})"), 0, Integer.MAX_VALUE),
            "who else may reach the port").otherwise("none");
    static final Key<List<String>> ACCESS_CIDRS = key(
            "database.accessCidrs",
            list("private IPv4 blocks (RFC 1918) without overlaps",
                    text("a block", Cidr.PATTERN).checked(Configuration::privateBlock), 0, Integer.MAX_VALUE)
                    .checked(Configuration::overlap),
            "who else may reach the port").otherwise("none");
    static final Key<Map<String, String>> CLUSTER_PARAMETERS = key(
            "database.clusterParameters", parameters(), "over the program's defaults").otherwise("none");
    static final Key<Map<String, String>> INSTANCE_PARAMETERS = key(
            "database.instanceParameters", parameters(), "over the program's defaults").otherwise("none");
    static final Key<JsonObject> ALARMS =
            section("database.alarms", "thresholds, for each instance").otherwise("the defaults below");
    static final Key<Double> CPU_ALARM = key(
            "database.alarms.cpuPercent", ValueType.number(1, 100), "CPUUtilization, at least").everywhere(80);
    static final Key<Long> TRANSACTION_ALARM = key(
            "database.alarms.maximumUsedTransactionIds", whole(1, 2_000_000_000),
            "MaximumUsedTransactionIDs, at least").everywhere(600_000_000);
    static final Key<Long> STORAGE_ALARM = key(
            "database.alarms.freeLocalStorageBytes", whole(1, LARGEST_NUMBER), "FreeLocalStorage, at most")
            .everywhere(5_368_709_120L);
    static final Key<JsonObject> BOOTSTRAP =
            section("database.bootstrap", "the application's schema and roles").otherwise("the defaults below");
    static final Key<Boolean> BOOTSTRAP_ENABLED =
            key("database.bootstrap.enabled", flag(), "whether a function creates them").everywhere(true);
    static final Key<String> SCHEMA = key(
            "database.bootstrap.schema",
            name().checked(name -> when(ReservedNames.containsSchema(name), "which PostgreSQL keeps for itself")),
            "the application's schema").everywhere("app");
    static final Key<String> OWNER_ROLE = key(
            "database.bootstrap.ownerRole", roleName(), "owns the schema and creates in it").everywhere("app_owner");
    static final Key<String> READ_WRITE_ROLE = key(
            "database.bootstrap.readWriteRole", roleName(), "reads and writes the schema's tables").everywhere("app_rw");
    static final Key<String> READ_ONLY_ROLE = key(
            "database.bootstrap.readOnlyRole", roleName(), "reads the schema's tables").everywhere("app_ro");
    static final Key<List<String>> EXTENSIONS = key(
            "database.bootstrap.extensions",
            list("names of extensions, without duplicates", text("a name", "[a-z][a-z0-9_-]{0,62}"), 0, Integer.MAX_VALUE),
            "extensions of the database").everywhere(ValueType.array("pg_stat_statements", "pgaudit"));

    static {
        Stream.of("cluster", "time", "latest", "clone").forEach(name -> notBuilt("database.restore", name, LATER));
    }

    private Configuration() {}

    /** Every key, those of features that are not there yet included, in the order of the README's table. */
    public static List<Key<?>> keys() {
        return Collections.unmodifiableList(KEYS);
    }

    /** The keys of an object, by its path; those at the top for the empty path. */
    static List<Key<?>> within(String parent) {
        return KEYS.stream().filter(key -> key.parent().equals(parent)).toList();
    }

    private static <T> Description<T> key(String path, ValueType<T> type, String description) {
        return new Description<>(path, type, description);
    }

    private static Description<JsonObject> section(String path, String description) {
        return key(path, ValueType.SECTION, description);
    }

    private static void notBuilt(String parent, String name, String when) {
        KEYS.add(new Key<>(
                parent + "." + name, ValueType.SECTION, "", false, List.of(), Map.of(), "", Optional.of(when)));
    }

    /** A key before it is known what happens without it. */
    private record Description<T>(String path, ValueType<T> type, String description) {

        Key<T> required(String... unless) {
            return add(true, List.of(unless), Map.of(), "");
        }

        Key<T> otherwise(String words) {
            return add(false, List.of(), Map.of(), words);
        }

        Key<T> everywhere(Object value) {
            return byStage(value, value, value, value);
        }

        Key<T> byStage(Object dev, Object test, Object preProd, Object prod) {
            Map<Stage, JsonElement> defaults = new EnumMap<>(Stage.class);
            defaults.put(Stage.DEV, json(dev));
            defaults.put(Stage.TEST, json(test));
            defaults.put(Stage.PRE_PROD, json(preProd));
            defaults.put(Stage.PROD, json(prod));
            return add(false, List.of(), Collections.unmodifiableMap(defaults), "");
        }

        private Key<T> add(
                boolean required, List<String> unless, Map<Stage, JsonElement> defaults, String otherwise) {
            var key = new Key<>(path, type, description, required, unless, defaults, otherwise, Optional.empty());
            KEYS.add(key);
            return key;
        }

        private static JsonElement json(Object value) {
            if (value instanceof Boolean flag) {
                return new JsonPrimitive(flag);
            }
            if (value instanceof JsonElement element) {
                return element;
            }
            return value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive((String) value);
        }
    }

    private static ValueType<Stage> stageType() {
        var labels = Stream.of(Stage.values()).map(Stage::label).toArray(String[]::new);
        var text = choice(labels);
        return new ValueType<>(text.allowed(), text.schema(), json -> {
            var label = text.read(json);
            return Stream.of(Stage.values()).filter(stage -> stage.label().equals(label)).findFirst().orElseThrow();
        }, Map.of());
    }

    private static ValueType<String> instanceClass(String allowed) {
        return text(allowed, "db\\.[a-z0-9]+\\.[a-z0-9]+|db\\.serverless").checked(InstanceClasses::neverRuns);
    }

    private static ValueType<Double> capacity(int least) {
        return ValueType.number(least, 256)
                .called("%d to 256 in steps of 0.5".formatted(least))
                .checked(units -> when(units * 2 != Math.rint(units * 2), "no multiple of 0.5"));
    }

    private static ValueType<String> dnsName() {
        var label = "[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?";
        return text("a domain name in small letters", label + "(?:\\." + label + ")+");
    }

    private static ValueType<String> stackName() {
        return text("a fully qualified name such as organization/aurora-postgres/net",
                "[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
    }

    private static ValueType<List<String>> subnetIds(int least) {
        return list("at least %d subnet id%s".formatted(least, least == 1 ? "" : "s"),
                text("an id", "subnet-" + AWS_ID), least, Integer.MAX_VALUE);
    }

    /** A name of PostgreSQL, quoted wherever it is used, so that it may hold nearly anything. */
    private static ValueType<String> name() {
        return text("1 to 63 bytes without control characters, no name that PostgreSQL or AWS keeps for itself",
                "[^\\x00-\\x1f\\x7f]{1,63}")
                .checked(name -> when(
                        BootstrapSettings.bytes(name) > BootstrapSettings.LONGEST_NAME,
                        "%d bytes of UTF-8".formatted(BootstrapSettings.bytes(name))));
    }

    private static ValueType<String> roleName() {
        return name().checked(name -> when(ReservedNames.containsRole(name), "which PostgreSQL or AWS keeps for itself"));
    }

    private static ValueType<Long> retention() {
        var words = new ArrayList<String>();
        RETENTIONS.forEach(days -> words.add(days.toString()));
        return wholeOf("a CloudWatch retention: " + String.join(", ", words), RETENTIONS);
    }

    private static List<Long> insightsRetentions() {
        return LongStream.concat(
                LongStream.concat(LongStream.of(7), LongStream.rangeClosed(1, 23).map(months -> months * 31)),
                LongStream.of(731)).boxed().toList();
    }

    private static Optional<String> certainVersion(BigDecimal number) {
        var text = number.toPlainString();
        return text.matches("[0-9]+\\.[123]") ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> when(boolean wrong, String words) {
        return wrong ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> vpcBlock(String block) {
        return Cidr.notCanonical(block)
                .or(() -> when(!Cidr.parse(block).isPrivate(), "not private address space (RFC 1918)"))
                .or(() -> when(Cidr.parse(block).prefix() < 16, "wider than /16"))
                .or(() -> when(Cidr.parse(block).prefix() > 21, "narrower than /21"));
    }

    private static Optional<String> narrowBlock(String block) {
        return Cidr.notCanonical(block).or(() -> when(Cidr.parse(block).prefix() < 8, "wider than /8"));
    }

    private static Optional<String> privateBlock(String block) {
        return Cidr.notCanonical(block)
                .or(() -> when(!Cidr.parse(block).isPrivate(), "not private address space (RFC 1918)"));
    }

    private static Optional<String> overlap(List<String> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                if (Cidr.parse(blocks.get(i)).overlaps(Cidr.parse(blocks.get(j)))) {
                    return Optional.of("where %s and %s overlap".formatted(blocks.get(i), blocks.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> oneRegion(List<String> zones) {
        return when(
                zones.stream().map(zone -> zone.substring(0, zone.length() - 1)).distinct().count() > 1,
                "zones of several regions");
    }

    private static Optional<String> sameAddress(List<String> addresses) {
        return when(
                addresses.stream().map(address -> address.toLowerCase(Locale.ROOT)).distinct().count()
                        < addresses.size(),
                "which names an address twice");
    }

    private static Optional<String> maintenance(String window) {
        int minutes = Windows.maintenanceMinutes(window);
        return when(minutes < 30, "shorter than 30 minutes").or(() -> when(minutes >= 24 * 60, "a day or longer"));
    }
}
