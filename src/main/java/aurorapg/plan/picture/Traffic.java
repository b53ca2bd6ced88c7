package aurorapg.plan.picture;

import aurorapg.plan.analysis.Door;
import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.engine.Registration;
import aurorapg.plan.picture.Architecture.Flow;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reaches whom, by the rules of security groups.
 *
 * @param cidrs blocks of the VPC; none when another stack has it
 * @param into what the groups let in
 * @param out what the groups let out, the other end as its source
 * @param groups the groups of each node
 */
record Traffic(List<String> cidrs, List<Door> into, List<Door> out, Map<String, Set<String>> groups) {

    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    /** Numbers of up to three digits by their value. */
    private static final Comparator<String> NATURAL = Comparator.comparing(text ->
            text.replaceAll("(?<!\\d)(\\d\\d?)(?!\\d)", "0$1").replaceAll("(?<!\\d)(\\d\\d)(?!\\d)", "0$1"));
    private static final String ANYWHERE = "0.0.0.0/0";

    private static final Map<String, String> GROUPS = Map.of(
            Registered.FUNCTION, "vpcConfig.securityGroupIds", Registered.PROXY, "vpcSecurityGroupIds",
            Registered.CLUSTER, "vpcSecurityGroupIds", Registered.ENDPOINT, "securityGroupIds");

    static Traffic of(Registered all, List<String> cidrs) {
        var groups = new TreeMap<String, Set<String>>();
        GROUPS.forEach((type, path) -> all.of(type).forEach(one -> groups.put(one.urn(), groups(one, path))));
        // Of the instances of an Auto Scaling group, the launch template has them.
        all.of(Registered.GROUP).forEach(one -> all.behind(one, "launchTemplate", Registered.TEMPLATE).forEach(
                template -> groups.put(one.urn(), groups(template, "networkInterfaces.securityGroups"))));
        return new Traffic(cidrs, doors(all.of(INGRESS)), doors(all.of(EGRESS)), groups);
    }

    private static Set<String> groups(Registration one, String path) {
        return InputPath.all(one.inputs(), path)
                .flatMap(groups -> groups.isJsonArray() ? groups.getAsJsonArray().asList().stream() : Stream.of(groups))
                .map(Excerpt::text).collect(Collectors.toSet());
    }

    private static List<Door> doors(List<Registration> rules) {
        // Rules of both directions have the same inputs, and a door is read from those of one that lets in.
        return rules.stream().map(one -> new Registration(one.urn(), INGRESS, one.name(), one.parent(), one.custom(),
                        one.inputs(), one.dependencies(), one.protect(), one.retainOnDelete(), one.ignoreChanges()))
                .flatMap(one -> Door.of(one).stream()).toList();
    }

    /** The traffic between nodes that both ends' groups name each other for. */
    Set<Flow> between() {
        var found = new LinkedHashSet<Flow>();
        groups.forEach((from, ours) -> groups.forEach((to, theirs) -> {
            for (var door : doors(into, theirs)) {
                boolean named = ours.contains(door.source());
                boolean leaves = doors(out, ours).stream().anyMatch(exit -> ports(exit, door)
                        && (theirs.contains(exit.source()) && (named || wholeNetwork(door.source()))
                                || named && wholeNetwork(exit.source())));
                if (leaves && !from.equals(to)) {
                    found.add(new Flow(from, to, door.ports(), true));
                }
            }
        }));
        return found;
    }

    /** By ports, the blocks and groups outside the network that reach a node. */
    Map<String, Set<String>> outside(String node) {
        var known = groups.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        return sources(node, source -> !known.contains(source) && !inside(source));
    }

    /** By ports, the blocks of the network that reach a node. */
    Map<String, Set<String>> within(String node) {
        return sources(node, this::inside);
    }

    /** The ports on which a node reaches every address; empty when on none. */
    String anywhere(String node) {
        return doors(out, groups.getOrDefault(node, Set.of())).stream().filter(exit -> exit.source().equals(ANYWHERE))
                .map(Door::ports).sorted(NATURAL)
                .distinct().collect(Collectors.joining(", ")).replace(", tcp ", ", ");
    }

    private Map<String, Set<String>> sources(String node, Predicate<String> wanted) {
        var found = new LinkedHashMap<String, Set<String>>();
        doors(into, groups.getOrDefault(node, Set.of())).stream().filter(door -> wanted.test(door.source()))
                .forEach(door -> found.computeIfAbsent(door.ports(), ports -> new TreeSet<>(NATURAL))
                        .add(door.source()));
        return found;
    }

    private static List<Door> doors(List<Door> all, Set<String> targets) {
        return all.stream().filter(door -> targets.contains(door.target())).toList();
    }

    private static boolean ports(Door wide, Door narrow) {
        return new Door("", wide.protocol(), wide.from(), wide.to(), "")
                .covers(new Door("", narrow.protocol(), narrow.from(), narrow.to(), ""));
    }

    private boolean wholeNetwork(String block) {
        return block.equals(ANYWHERE) || !cidrs.isEmpty() && cidrs.stream().allMatch(cidr -> lies(cidr, block));
    }

    private boolean inside(String block) {
        return cidrs.stream().anyMatch(cidr -> lies(block, cidr));
    }

    private static boolean lies(String narrow, String wide) {
        return new Door("", "-1", 0, 0, wide).covers(new Door("", "-1", 0, 0, narrow));
    }
}
