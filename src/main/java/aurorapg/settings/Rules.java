package aurorapg.settings;

import static aurorapg.settings.Configuration.AUTOSCALING;
import static aurorapg.settings.Configuration.AUTO_PAUSE;
import static aurorapg.settings.Configuration.BACKUP_WINDOW;
import static aurorapg.settings.Configuration.BANNER;
import static aurorapg.settings.Configuration.BANNER_TEXT;
import static aurorapg.settings.Configuration.BASTION;
import static aurorapg.settings.Configuration.BASTION_ACCESS;
import static aurorapg.settings.Configuration.BASTION_STACK;
import static aurorapg.settings.Configuration.BASTION_TYPE;
import static aurorapg.settings.Configuration.BOOTSTRAP_ENABLED;
import static aurorapg.settings.Configuration.CIDR;
import static aurorapg.settings.Configuration.CLUSTER_PARAMETERS;
import static aurorapg.settings.Configuration.DATABASE;
import static aurorapg.settings.Configuration.DATABASE_NAME;
import static aurorapg.settings.Configuration.DATA_API;
import static aurorapg.settings.Configuration.DNS;
import static aurorapg.settings.Configuration.ENDPOINTS;
import static aurorapg.settings.Configuration.ENGINE_VERSION;
import static aurorapg.settings.Configuration.EXTENSIONS;
import static aurorapg.settings.Configuration.INSTANCES;
import static aurorapg.settings.Configuration.INSTANCE_CLASS;
import static aurorapg.settings.Configuration.INSTANCE_CLASSES;
import static aurorapg.settings.Configuration.INSTANCE_PARAMETERS;
import static aurorapg.settings.Configuration.KEY_PAIR;
import static aurorapg.settings.Configuration.MAINTENANCE_WINDOW;
import static aurorapg.settings.Configuration.MASTER_USERNAME;
import static aurorapg.settings.Configuration.MAX_CAPACITY;
import static aurorapg.settings.Configuration.MAX_READERS;
import static aurorapg.settings.Configuration.MIN_CAPACITY;
import static aurorapg.settings.Configuration.MIN_READERS;
import static aurorapg.settings.Configuration.NETWORK;
import static aurorapg.settings.Configuration.NETWORK_STACK;
import static aurorapg.settings.Configuration.NOTIFICATION_EMAIL;
import static aurorapg.settings.Configuration.OWNER_ROLE;
import static aurorapg.settings.Configuration.PRIVATE_SUBNETS;
import static aurorapg.settings.Configuration.PROXY;
import static aurorapg.settings.Configuration.PUBLIC_SUBNETS;
import static aurorapg.settings.Configuration.READER_NAME;
import static aurorapg.settings.Configuration.READ_ONLY_ROLE;
import static aurorapg.settings.Configuration.READ_WRITE_ROLE;
import static aurorapg.settings.Configuration.RESTORE;
import static aurorapg.settings.Configuration.SERVERLESS;
import static aurorapg.settings.Configuration.TARGET_CONNECTIONS;
import static aurorapg.settings.Configuration.TARGET_CPU;
import static aurorapg.settings.Configuration.TENANCY;
import static aurorapg.settings.Configuration.VPC_ID;
import static aurorapg.settings.Configuration.WRITER_NAME;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules across keys. */
final class Rules {

    /** What decides the classes of the instances and what they can do. */
    private static final List<Key<?>> SHAPE =
            List.of(DATABASE, INSTANCE_CLASS, INSTANCES, INSTANCE_CLASSES, ENGINE_VERSION, SERVERLESS);

    static final List<Rule> ALL = List.of(
            new Rule(
                    "alarms need an address", NOTIFICATION_EMAIL, List.of(NOTIFICATION_EMAIL, BASTION, DATABASE),
                    values -> values.get(NOTIFICATION_EMAIL) == null && (values.has(BASTION) || values.has(DATABASE)),
                    values -> "is missing",
                    "required with a bastion or a database: " + NOTIFICATION_EMAIL.type().allowed()),
            new Rule(
                    "an open port 22 needs a key pair", KEY_PAIR, List.of(KEY_PAIR, BASTION_ACCESS),
                    values -> !values.has(KEY_PAIR) && values.find(BASTION_ACCESS).filter(blocks -> !blocks.isEmpty()).isPresent(),
                    values -> "is missing, and bastion.accessCidrs is " + values.get(BASTION_ACCESS),
                    "required with bastion.accessCidrs: without a key nobody can log in by SSH"),
            new Rule(
                    "no dedicated t2", TENANCY, List.of(TENANCY, BASTION_TYPE),
                    values -> values.get(TENANCY).equals("dedicated") && values.get(BASTION_TYPE).startsWith("t2."),
                    values -> "is \"dedicated\", and bastion.instanceType is \"%s\"".formatted(values.get(BASTION_TYPE)),
                    "AWS has no t2 on dedicated hardware: another type, or default"),
            new Rule(
                    "a banner's text needs the banner", BANNER_TEXT, List.of(BANNER_TEXT, BANNER),
                    values -> values.has(BANNER_TEXT) && !values.get(BANNER),
                    values -> "is set, and bastion.banner is false",
                    "leave it out, or set bastion.banner to true"),
            new Rule(
                    "a new cluster names its database", DATABASE_NAME, List.of(DATABASE_NAME, RESTORE),
                    values -> !values.has(DATABASE_NAME) && !values.has(RESTORE),
                    values -> "is missing",
                    "required unless restoring: " + DATABASE_NAME.type().allowed()),
            new Rule(
                    "a restored cluster brings its database", DATABASE_NAME, List.of(DATABASE_NAME, RESTORE),
                    values -> values.has(DATABASE_NAME) && values.has(RESTORE),
                    values -> "is \"%s\", and database.restore is set".formatted(values.get(DATABASE_NAME)),
                    "leave it out: the snapshot brings its databases"),
            new Rule(
                    "windows do not overlap", MAINTENANCE_WINDOW, List.of(MAINTENANCE_WINDOW, BACKUP_WINDOW),
                    values -> values.has(MAINTENANCE_WINDOW) && values.has(BACKUP_WINDOW)
                            && Windows.overlap(values.get(BACKUP_WINDOW), values.get(MAINTENANCE_WINDOW)),
                    values -> "is \"%s\", which overlaps database.backupWindow \"%s\""
                            .formatted(values.get(MAINTENANCE_WINDOW), values.get(BACKUP_WINDOW)),
                    "the backup's window is every day's"),
            new Rule(
                    "the engine version runs the class", INSTANCE_CLASS, SHAPE,
                    values -> !tooNew(values).isEmpty(),
                    values -> "is \"%s\", which Aurora PostgreSQL %s cannot run"
                            .formatted(tooNew(values), values.get(ENGINE_VERSION)),
                    "a class of an older family, or a newer database.engineVersion"),
            new Rule(
                    "one way to name the classes", INSTANCE_CLASSES, List.of(DATABASE, INSTANCE_CLASSES),
                    values -> values.has(INSTANCE_CLASSES)
                            && (values.get(DATABASE).has("instanceClass") || values.get(DATABASE).has("instances")),
                    values -> "is set beside instanceClass or instances",
                    "in place of both: leave them out"),
            new Rule(
                    "what scales has limits", SERVERLESS, SHAPE,
                    values -> isServerless(values) != values.has(SERVERLESS),
                    values -> values.has(SERVERLESS)
                            ? "is set, and no instance is db.serverless"
                            : "is missing, and an instance is db.serverless",
                    "minCapacity and maxCapacity with db.serverless, and only then"),
            new Rule(
                    "capacities in order", MAX_CAPACITY, List.of(SERVERLESS, MIN_CAPACITY, MAX_CAPACITY),
                    values -> values.has(SERVERLESS) && values.get(MIN_CAPACITY) > values.get(MAX_CAPACITY),
                    values -> "is %s, less than minCapacity %s".formatted(values.get(MAX_CAPACITY), values.get(MIN_CAPACITY)),
                    "at least minCapacity"),
            new Rule(
                    "the engine version pauses", MIN_CAPACITY, List.of(SERVERLESS, MIN_CAPACITY, ENGINE_VERSION),
                    values -> pauses(values) && InstanceClasses.older(
                            values.get(ENGINE_VERSION), ServerlessSettings.PAUSING_VERSIONS),
                    values -> "is 0, which Aurora PostgreSQL %s cannot do".formatted(values.get(ENGINE_VERSION)),
                    "0.5 or more, or engine version 13.15, 14.12, 15.7, 16.3 or later"),
            new Rule(
                    "the engine version scales that far", MAX_CAPACITY, List.of(SERVERLESS, MAX_CAPACITY, ENGINE_VERSION),
                    values -> values.has(SERVERLESS) && values.get(MAX_CAPACITY) > ServerlessSettings.OLDER_MAXIMUM
                            && InstanceClasses.older(values.get(ENGINE_VERSION), ServerlessSettings.PAUSING_VERSIONS),
                    values -> "is %s, and Aurora PostgreSQL %s ends at 128".formatted(
                            values.get(MAX_CAPACITY), values.get(ENGINE_VERSION)),
                    "at most 128, or engine version 13.15, 14.12, 15.7, 16.3 or later"),
            new Rule(
                    "only what may pause has a time for it", AUTO_PAUSE, List.of(SERVERLESS, MIN_CAPACITY, AUTO_PAUSE),
                    values -> values.has(AUTO_PAUSE) && !pauses(values),
                    values -> "is %s, and minCapacity is %s".formatted(values.get(AUTO_PAUSE), values.get(MIN_CAPACITY)),
                    "only with minCapacity 0"),
            new Rule(
                    "nothing keeps what may pause awake", MIN_CAPACITY,
                    List.of(SERVERLESS, MIN_CAPACITY, PROXY, CLUSTER_PARAMETERS, INSTANCE_CLASSES),
                    values -> pauses(values) && !awake(values).isEmpty(),
                    values -> "is 0, and %s keeps the cluster awake".formatted(awake(values)),
                    "0.5 or more, or leave the other out"),
            new Rule(
                    "readers in order", MAX_READERS, List.of(AUTOSCALING, MIN_READERS, MAX_READERS),
                    values -> values.has(AUTOSCALING) && values.get(MIN_READERS) > values.get(MAX_READERS),
                    values -> "is %d, less than minReaders %d".formatted(values.get(MAX_READERS), values.get(MIN_READERS)),
                    "at least minReaders"),
            new Rule(
                    "autoscaling has room", MAX_READERS, append(SHAPE, AUTOSCALING, MAX_READERS),
                    values -> values.has(AUTOSCALING) && values.classes().size() - 1 > values.get(MAX_READERS),
                    values -> "is %d, and the stack itself has %d readers".formatted(
                            values.get(MAX_READERS), values.classes().size() - 1),
                    "at least the number of the stack's own readers, which count, or fewer database.instances"),
            new Rule(
                    "autoscaling aims at one thing", AUTOSCALING, List.of(AUTOSCALING, TARGET_CPU, TARGET_CONNECTIONS),
                    values -> values.has(AUTOSCALING) && values.has(TARGET_CPU) == values.has(TARGET_CONNECTIONS),
                    values -> values.has(TARGET_CPU) ? "has two targets" : "has no target",
                    "one of targetCpuPercent, targetConnections"),
            new Rule(
                    "endpoints name instances", ENDPOINTS, append(SHAPE, ENDPOINTS),
                    values -> !noInstance(values).isEmpty(),
                    values -> "names instance %s of %d".formatted(noInstance(values), values.classes().size()),
                    "numbers of the stack's instances, writer is 1"),
            new Rule(
                    "no Data API on burstable classes", DATA_API, append(SHAPE, DATA_API),
                    values -> values.get(DATA_API) && values.classes().stream().anyMatch(name -> name.startsWith("db.t")),
                    values -> "is true, and an instance's class is burstable",
                    "AWS has no Data API on db.t classes: another class, or false"),
            new Rule(
                    "two names for two endpoints", READER_NAME, List.of(DNS, WRITER_NAME, READER_NAME),
                    values -> values.has(DNS) && values.get(WRITER_NAME).equals(values.get(READER_NAME)),
                    values -> "is \"%s\", as writer is".formatted(values.get(READER_NAME)),
                    "another name than the writer's"),
            new Rule(
                    "one network", NETWORK, List.of(NETWORK),
                    values -> sources(values).size() > 1,
                    values -> "has " + String.join(", ", sources(values)),
                    "one of cidr (create), stack (another stack's), vpcId (existing)"),
            new Rule(
                    "what is not created has no settings", NETWORK, List.of(NETWORK),
                    values -> sources(values).size() == 1 && !foreign(values).isEmpty(),
                    values -> "has %s beside %s".formatted(String.join(", ", foreign(values)), sources(values).get(0)),
                    "availabilityZones, natGateways and flowLogRetentionDays go with cidr,"
                            + " publicSubnetIds and privateSubnetIds with vpcId"),
            new Rule(
                    "a bastion in an existing VPC has its subnets", PUBLIC_SUBNETS,
                    List.of(VPC_ID, PUBLIC_SUBNETS, BASTION, BASTION_STACK),
                    values -> values.has(VPC_ID) && values.has(BASTION) && !values.has(BASTION_STACK)
                            && !values.has(PUBLIC_SUBNETS),
                    values -> "is missing, and network.vpcId and bastion are set",
                    "required with both: " + PUBLIC_SUBNETS.type().allowed()),
            new Rule(
                    "a database in an existing VPC has its subnets", PRIVATE_SUBNETS,
                    List.of(VPC_ID, PRIVATE_SUBNETS, DATABASE),
                    values -> values.has(VPC_ID) && values.has(DATABASE) && !values.has(PRIVATE_SUBNETS),
                    values -> "is missing, and network.vpcId and database are set",
                    "required with both: " + PRIVATE_SUBNETS.type().allowed()),
            new Rule(
                    "another stack's bastion has no settings", BASTION_STACK, List.of(BASTION_STACK, BASTION),
                    values -> values.has(BASTION_STACK) && values.get(BASTION).size() > 1,
                    values -> "is \"%s\", beside %s".formatted(values.get(BASTION_STACK), values.get(BASTION).keySet()
                            .stream().filter(name -> !name.equals(BASTION_STACK.name())).collect(Collectors.joining(", "))),
                    "leave the others out, or stack"),
            new Rule(
                    "another stack's bastion reaches something", BASTION_STACK, List.of(BASTION_STACK, DATABASE),
                    values -> values.has(BASTION_STACK) && !values.has(DATABASE),
                    values -> "is \"%s\", and there is no database that it could reach".formatted(values.get(BASTION_STACK)),
                    "leave bastion out, or add a database"),
            new Rule(
                    "the application's roles are six roles", OWNER_ROLE,
                    List.of(OWNER_ROLE, READ_WRITE_ROLE, READ_ONLY_ROLE, MASTER_USERNAME),
                    values -> !sharedRole(values).isEmpty(),
                    values -> "is \"%s\", and the role \"%s\" would stand for two".formatted(
                            values.get(OWNER_ROLE), sharedRole(values)),
                    "database.masterUsername, three roles and their logins, which end in _login, differ from one another"),
            new Rule(
                    "extensions find their library", EXTENSIONS,
                    List.of(BOOTSTRAP_ENABLED, EXTENSIONS, INSTANCE_PARAMETERS),
                    values -> values.get(BOOTSTRAP_ENABLED) && !notPreloaded(values).isEmpty(),
                    values -> "names %s, which database.instanceParameters' shared_preload_libraries lacks"
                            .formatted(String.join(", ", notPreloaded(values))),
                    "preload the library, or leave the extension out"));

    /** Extensions that PostgreSQL creates or that work only with their library preloaded, of the same name. */
    private static final Set<String> PRELOADED = Set.of("pgaudit", "pg_stat_statements", "pg_cron", "pg_hint_plan");

    private Rules() {}

    private static List<Key<?>> append(List<Key<?>> keys, Key<?>... more) {
        return Stream.concat(keys.stream(), Stream.of(more)).toList();
    }

    private static boolean isServerless(Values values) {
        return values.classes().contains(InstanceClasses.SERVERLESS);
    }

    private static boolean pauses(Values values) {
        return values.has(SERVERLESS) && values.get(MIN_CAPACITY) == 0;
    }

    private static String tooNew(Values values) {
        return values.classes().stream()
                .filter(name -> name.equals(InstanceClasses.SERVERLESS)
                        ? InstanceClasses.older(values.get(ENGINE_VERSION), ServerlessSettings.VERSIONS)
                        : InstanceClasses.tooOld(name, values.get(ENGINE_VERSION)))
                .findFirst().orElse("");
    }

    private static String awake(Values values) {
        if (values.has(PROXY)) {
            return "database.proxy";
        }
        boolean replicates = values.find(CLUSTER_PARAMETERS).map(all -> all.get("rds.logical_replication"))
                .filter("1"::equals).isPresent();
        return replicates ? "rds.logical_replication in database.clusterParameters" : "";
    }

    private static String noInstance(Values values) {
        return values.find(ENDPOINTS).orElse(Map.of()).values().stream()
                .flatMap(endpoint -> endpoint.members().stream())
                .filter(number -> number > values.classes().size())
                .findFirst().map(String::valueOf).orElse("");
    }

    private static final List<Key<?>> SOURCES = List.of(CIDR, NETWORK_STACK, VPC_ID);

    private static List<String> sources(Values values) {
        return SOURCES.stream().map(Key::name).filter(values.get(NETWORK)::has).toList();
    }

    private static List<String> foreign(Values values) {
        var own = switch (sources(values).get(0)) {
            case "cidr" -> Set.of("cidr", "availabilityZones", "natGateways", "flowLogRetentionDays");
            case "vpcId" -> Set.of("vpcId", "publicSubnetIds", "privateSubnetIds");
            default -> Set.of("stack");
        };
        return values.get(NETWORK).keySet().stream().filter(name -> !own.contains(name)).toList();
    }

    private static String sharedRole(Values values) {
        var seen = new HashSet<>(Set.of(values.get(MASTER_USERNAME).toLowerCase(Locale.ROOT)));
        return BootstrapSettings.roles(
                        values.get(OWNER_ROLE), values.get(READ_WRITE_ROLE), values.get(READ_ONLY_ROLE))
                .stream().filter(role -> !seen.add(role)).findFirst().orElse("");
    }

    private static List<String> notPreloaded(Values values) {
        return values.find(INSTANCE_PARAMETERS).map(parameters -> parameters.get("shared_preload_libraries"))
                .map(libraries -> Set.of(libraries.split("[\\s,]+")))
                .map(libraries -> values.get(EXTENSIONS).stream()
                        .filter(name -> PRELOADED.contains(name) && !libraries.contains(name)).toList())
                .orElse(List.of());
    }
}
