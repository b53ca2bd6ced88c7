package aurorapg.plan.compare;

import aurorapg.plan.ResourceType;
import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.compare.Change.Kind;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What this program holds to be a danger. */
final class DangerRules {

    static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    private static final String KEY = "aws:kms/key:Key";
    private static final String ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
    private static final String INTERVAL = "rotationRules.automaticallyAfterDays";
    private static final int LONGEST_INTERVAL = 90;

    static final List<Rule> ALL = List.of(
            new Rule("data-lost", scene -> gone(scene.pair()).filter(what -> holds(scene.pair()) != null),
                    scene -> lostWith(scene.pair())),
            new Rule("network-replaced", scene -> gone(scene.pair())
                            .filter(what -> scene.pair().any().type().equals(Exposure.NETWORK)),
                    "Nothing inside can move: AWS refuses another network for a cluster's subnet group, and whatever "
                            + "else is inside is made anew; make another stack and move the data."),
            new Rule("last-instance", DangerRules::lastInstance,
                    "Nobody reaches the databases until there is an instance again; keep one."),
            new Rule("protection-off", scene -> off(scene.pair(), Registration::protect, "[protect]"),
                    "Nothing keeps Pulumi from deleting it by mistake; protect it unless it is to go."),
            new Rule("retention-off", scene -> off(scene.pair(), Registration::retainOnDelete, "[retainOnDelete]"),
                    "It is deleted in AWS too when Pulumi lets it go; leave it retained unless it is to go."),
            Rule.turned(false, "deletionProtection",
                    "Anybody who may delete the cluster can do so at once; leave it true unless it is to go."),
            Rule.turned(true, "skipFinalSnapshot",
                    "The databases are gone with the cluster, without a last snapshot; leave it false."),
            Rule.turned(false, "storageEncrypted",
                    "The data would lie unencrypted in a new, empty cluster; leave it true."),
            Rule.turned(false, "enableKeyRotation",
                    "All data stays under one key material for good; leave it true."),
            Rule.turned(false, "performanceInsightsEnabled",
                    "The history of the database's load is lost; leave it true."),
            new Rule("public-instance", DangerRules::publicInstance,
                    "The database gets a public address, only its security group is before it; leave it false."),
            Rule.turned(true, "mapPublicIpOnLaunch",
                    "Whatever starts in the subnet gets a public address; leave it false for a private subnet."),
            Rule.lowered(KEY, "deletionWindowInDays", 30, "days",
                    "There is less time to call back the key's deletion, after which nothing can be decrypted."),
            Rule.lowered(LOG_GROUP, "retentionInDays", 0, "days",
                    "CloudWatch deletes log entries older than that; export them first if anybody needs them."),
            Rule.lowered(CLUSTER, "backupRetentionPeriod", 1, "days",
                    "Backups older than that are deleted; take a snapshot first if anybody needs them."),
            Rule.lowered(CLUSTER, "performanceInsightsRetentionPeriod", 7, "days",
                    "The history of the database's load before that is lost."),
            Rule.lowered(INSTANCE, "performanceInsightsRetentionPeriod", 7, "days",
                    "The history of the database's load before that is lost."),
            new Rule("door-wider", Exposure::opened,
                    "What the old rules kept out gets in; narrow the rule if that is more than is meant."),
            new Rule("principal-admitted", Exposure::admitted,
                    "Whoever it names can use what was closed to them; add a condition or leave them out."),
            new Rule("rotation-removed", scene -> gone(scene.pair()).filter(what ->
                            scene.pair().kind() == Kind.REMOVED && scene.pair().any().type().equals(ROTATION)),
                    "Nothing in the stack sees to the password's rotation any more, a leaked one may stay valid."),
            new Rule("rotation-rare", scene -> rareRotation(scene.pair()),
                    "A leaked password stays valid for that long; rotate at least every 90 days."),
            new Rule("tls-optional", scene -> tlsOptional(scene.pair()),
                    "Passwords and data may cross the network unencrypted; leave it 1."));

    private DangerRules() {}

    private static String holds(Pair pair) {
        return ResourceType.of(pair.any().type()).map(ResourceType::holds).orElse(null);
    }

    private static Optional<String> gone(Pair pair) {
        return switch (pair.kind()) {
            case REMOVED -> Optional.of("is removed");
            case REPLACED -> Optional.of("is replaced because of " + String.join(", ", pair.properties().stream()
                    .filter(PropertyChange::forces).map(PropertyChange::path).distinct().toList()));
            default -> Optional.empty();
        };
    }

    private static String lostWith(Pair pair) {
        var holds = holds(pair);
        if (pair.before().retainOnDelete()) {
            return "AWS keeps %s, but outside of every stack; write its identifier down.".formatted(holds);
        }
        var guard = pair.before().protect() ? ", as soon as its protection, which stops this, is off" : "";
        return "Lost: %s%s; %s.".formatted(holds, guard, pair.kind() == Kind.REMOVED
                ? "leave it in the program or save that first" : "take the change back or save that first");
    }

    private static Optional<String> off(Pair pair, Predicate<Registration> option, String name) {
        return pair.stays() && option.test(pair.before()) && !option.test(pair.after())
                ? Optional.of(name + " becomes false")
                : Optional.empty();
    }

    private static Optional<String> publicInstance(Scene scene) {
        var input = "publiclyAccessible";
        return !Rule.on(scene.pair().old(input)) && Rule.on(scene.pair().planned(input))
                ? Optional.of(input + " becomes true")
                : Optional.empty();
    }

    private static Optional<String> lastInstance(Scene scene) {
        var pair = scene.pair();
        boolean last = pair.kind() == Kind.REMOVED && pair.any().type().equals(INSTANCE)
                && scene.planned().stream().noneMatch(one -> sibling(one, pair.any()))
                // One warning is enough for several instances of a cluster that go together.
                && scene.old().stream().filter(one -> sibling(one, pair.any())).map(Registration::urn)
                        .min(String::compareTo).orElseThrow().equals(pair.any().urn());
        return last ? Optional.of("is removed, and the cluster has no instance left") : Optional.empty();
    }

    private static boolean sibling(Registration one, Registration instance) {
        var cluster = "clusterIdentifier";
        return one.type().equals(INSTANCE)
                && Excerpt.text(one.inputs().get(cluster)).equals(Excerpt.text(instance.inputs().get(cluster)));
    }

    private static Optional<String> rareRotation(Pair pair) {
        double days = Rule.number(pair.planned(INTERVAL), 0);
        return pair.any().type().equals(ROTATION) && days > LONGEST_INTERVAL
                        && days > Rule.number(pair.old(INTERVAL), 0)
                ? Optional.of("the password is rotated every %.0f days".formatted(days))
                : Optional.empty();
    }

    private static Optional<String> tlsOptional(Pair pair) {
        return pair.after() != null && plain(pair.after()) && (pair.before() == null || !plain(pair.before()))
                ? Optional.of("rds.force_ssl becomes 0")
                : Optional.empty();
    }

    private static boolean plain(Registration group) {
        return InputPath.all(group.inputs(), "parameters").anyMatch(list -> list.isJsonArray()
                && list.getAsJsonArray().asList().stream().anyMatch(one -> one instanceof JsonObject parameter
                        && parameter.get("name") instanceof JsonPrimitive name
                        && name.getAsString().equals("rds.force_ssl")
                        && parameter.get("value") instanceof JsonPrimitive value
                        && value.getAsString().equals("0")));
    }
}
