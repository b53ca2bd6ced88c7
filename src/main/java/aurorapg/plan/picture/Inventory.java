package aurorapg.plan.picture;

import static aurorapg.plan.analysis.Excerpt.text;

import aurorapg.plan.Plan;
import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.analysis.Statement;
import aurorapg.plan.engine.Registration;
import aurorapg.plan.picture.Architecture.Flow;
import aurorapg.plan.picture.Architecture.Node;
import aurorapg.plan.picture.Architecture.Subnet;
import aurorapg.plan.picture.Architecture.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is drawn among the registered resources. */
final class Inventory {

    private final Plan plan;
    private final Registered all;
    private final Traffic traffic;
    private final List<Registration> vpcs;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Flow> flows = new LinkedHashSet<>();

    Inventory(Plan plan) {
        this.plan = plan;
        all = new Registered(plan.resources());
        vpcs = all.of("aws:ec2/vpc:Vpc");
        traffic = Traffic.of(all, vpcs.stream().map(one -> text(one.inputs().get("cidrBlock"))).toList());
    }

    Architecture architecture() {
        var zones = zones();
        all.of(Registered.GROUP).forEach(this::bastion);
        all.of(Registered.INTERNET_GATEWAY).forEach(one -> {
            nodes.add(new Node(one.urn(), Kind.INTERNET_GATEWAY, "Internet", "gateway"));
            nodes.add(new Node("internet", Kind.INTERNET, "Internet"));
            flows.add(new Flow(one.urn(), "internet", "", true));
        });
        all.of(Registered.ENDPOINT).forEach(this::endpoint);
        all.of(Registered.FUNCTION).forEach(one -> add(one, Kind.FUNCTION,
                one.inputs().has("name") ? input(one, "name") : one.name(),
                one.inputs().has("timeout") ? "Lambda, up to " + input(one, "timeout") + " s" : "Lambda"));
        all.of(Registered.PROXY).forEach(one -> add(one, Kind.PROXY,
                one.inputs().has("name") ? input(one, "name") : one.name(), "RDS proxy"));
        all.of(Registered.CLUSTER).forEach(this::cluster);
        all.of(Registered.TOPIC).forEach(this::topic);
        all.of(Registered.KEY).forEach(this::key);
        flows.addAll(traffic.between());
        var drawn = nodes.stream().map(Node::id).collect(Collectors.toSet());
        zones.stream().flatMap(zone -> zone.subnets().stream()).forEach(subnet -> {
            drawn.add(subnet.id());
            subnet.gateways().forEach(nat -> drawn.add(nat.id()));
        });
        return new Architecture(plan.stack(), "aurora-postgres · stage %s · %d resources".formatted(
                        plan.stage(), plan.resources().stream().filter(Registration::custom).count()),
                "Region " + plan.region(),
                vpcs.isEmpty() ? "Network of another stack"
                        : "VPC " + vpcs.stream().map(one -> input(one, "cidrBlock")).collect(Collectors.joining(", ")),
                zones, List.copyOf(nodes),
                flows.stream().filter(one -> drawn.contains(one.from()) && drawn.contains(one.to())).toList());
    }

    private List<Zone> zones() {
        var byZone = new TreeMap<String, List<Subnet>>();
        for (var subnet : all.of(Registered.SUBNET)) {
            var routes = routes(subnet);
            boolean open = routes.stream().flatMap(route -> all.made(route, "gatewayId"))
                    .anyMatch(to -> to.type().equals(Registered.INTERNET_GATEWAY));
            routes.stream().flatMap(route -> all.made(route, "natGatewayId"))
                    .forEach(nat -> flows.add(new Flow(subnet.urn(), nat.urn(), "", true)));
            var gateways = all.of(Registered.NAT).stream()
                    .filter(nat -> all.made(nat, "subnetId").anyMatch(subnet::equals)).toList();
            gateways.forEach(nat -> all.of(Registered.INTERNET_GATEWAY)
                    .forEach(gateway -> flows.add(new Flow(nat.urn(), gateway.urn(), "", true))));
            byZone.computeIfAbsent(input(subnet, "availabilityZone"), zone -> new ArrayList<>()).add(new Subnet(
                    subnet.urn(), open, input(subnet, "cidrBlock"),
                    gateways.stream().map(nat -> new Node(nat.urn(), Kind.NAT_GATEWAY, lines(
                            "NAT", "gateway", address(nat, "allocationId")), List.of())).toList()));
        }
        return byZone.entrySet().stream().map(zone -> new Zone(zone.getKey(), zone.getValue())).toList();
    }

    private List<Registration> routes(Registration subnet) {
        var tables = routeTables(subnet).toList();
        return all.of("aws:ec2/route:Route").stream()
                .filter(route -> all.made(route, "routeTableId").anyMatch(tables::contains)).toList();
    }

    private void bastion(Registration group) {
        var role = all.behind(group, "launchTemplate", "aws:iam/role:Role").toList();
        boolean sessions = all.of("aws:iam/rolePolicy:RolePolicy").stream()
                .filter(policy -> all.made(policy, "role").anyMatch(role::contains))
                .flatMap(policy -> Statement.of(policy).stream()).flatMap(statement -> statement.actions().stream())
                .anyMatch(action -> action.startsWith("ssmmessages:"));
        if (sessions) {
            nodes.add(new Node("people", Kind.PEOPLE, "People", "whom IAM admits"));
            flows.add(new Flow("people", group.urn(), "Session Manager", true));
        }
        var template = all.behind(group, "launchTemplate", Registered.TEMPLATE);
        add(group, Kind.BASTION, "Bastion", Stream.concat(
                        template.map(one -> input(one, "instanceType") + ", replaced by its Auto Scaling group"),
                        Stream.of(address(group, "launchTemplate")))
                .filter(line -> !line.isEmpty()).toArray(String[]::new));
        var out = traffic.anywhere(group.urn());
        if (!out.isEmpty()) {
            all.of(Registered.INTERNET_GATEWAY)
                    .forEach(gateway -> flows.add(new Flow(group.urn(), gateway.urn(), out, true)));
        }
    }

    private String address(Registration one, String input) {
        return all.behind(one, input, Registered.ADDRESS)
                .map(address -> one.type().equals(Registered.NAT) ? "" : " <" + address.name() + ">")
                .map("Elastic IP"::concat)
                .findFirst().orElse("");
    }

    private void endpoint(Registration one) {
        var service = input(one, "serviceName").replaceFirst(".*\\.", "");
        if (input(one, "vpcEndpointType").equals("Interface")) {
            add(one, Kind.INTERFACE_ENDPOINT, service.replace("secretsmanager", "Secrets Manager") + " endpoint");
            return;
        }
        nodes.add(new Node(
                one.urn(), Kind.GATEWAY_ENDPOINT, service.toUpperCase(Locale.ROOT), "gateway", "endpoint"));
        all.of(Registered.SUBNET).stream()
                .filter(subnet -> routeTables(subnet)
                        .anyMatch(table -> all.made(one, "routeTableIds").anyMatch(table::equals)))
                .forEach(subnet -> flows.add(new Flow(subnet.urn(), one.urn(), "", true)));
    }

    private Stream<Registration> routeTables(Registration subnet) {
        return all.of("aws:ec2/routeTableAssociation:RouteTableAssociation").stream()
                .filter(one -> all.made(one, "subnetId").anyMatch(subnet::equals))
                .flatMap(one -> all.made(one, "routeTableId"));
    }

    private void cluster(Registration cluster) {
        var instances = all.of(Registered.INSTANCE).stream()
                .filter(one -> all.made(one, "clusterIdentifier").anyMatch(cluster::equals))
                .sorted(Comparator.comparingInt(one -> one.inputs().has("promotionTier")
                        ? one.inputs().get("promotionTier").getAsInt() : Integer.MAX_VALUE))
                .toList();
        var parts = instances.stream().map(one -> new Node(one.urn(), Kind.INSTANCE,
                one.equals(instances.get(0)) ? "writer" : "reader", input(one, "instanceClass"))).toList();
        var facts = Stream.of(
                        cluster.inputs().has("port") ? "port " + input(cluster, "port") : "",
                        "AWS chooses the zones",
                        cluster.inputs().has("databaseName") ? "database " + input(cluster, "databaseName") : "")
                .filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · "));
        add(cluster, Kind.CLUSTER, parts, "Aurora PostgreSQL " + input(cluster, "engineVersion"), facts);
        if (input(cluster, "manageMasterUserPassword").equals("true")) {
            var rotation = all.of("aws:secretsmanager/secretRotation:SecretRotation").stream()
                    .filter(one -> all.made(one, "secretId").anyMatch(cluster::equals))
                    .flatMap(one -> InputPath.all(one.inputs(), "rotationRules.automaticallyAfterDays"))
                    .map(days -> "new every " + text(days) + " days").findFirst().orElse("");
            var id = secretOf(cluster);
            nodes.add(new Node(
                    id, Kind.SECRET, lines("Master password", "in Secrets Manager", rotation), List.of()));
            flows.add(new Flow(cluster.urn(), id, "manages", false));
        }
    }

    private void topic(Registration topic) {
        nodes.add(new Node(topic.urn(), Kind.TOPIC, "SNS topic", part(topic)));
        var addresses = all.of("aws:sns/topicSubscription:TopicSubscription").stream()
                .filter(one -> all.made(one, "topic").anyMatch(topic::equals))
                .map(one -> input(one, "endpoint")).toList();
        if (!addresses.isEmpty()) {
            var lines = Stream.concat(Stream.of("Mail"), addresses.stream()).toList();
            nodes.add(new Node("mail", Kind.MAIL, lines, List.of()));
            flows.add(new Flow(topic.urn(), "mail", "", false));
        }
        var words = new TreeMap<String, Set<String>>();
        Stream.concat(
                        senders(Registered.ALARM, "alarmActions", "dimensions", "alarms", topic),
                        senders(Registered.EVENTS, "snsTopic", "sourceIds", "events", topic))
                .forEach(one -> words.computeIfAbsent(one.getKey(), from -> new TreeSet<>()).add(one.getValue()));
        words.forEach((from, what) -> flows.add(new Flow(from, topic.urn(), String.join(", ", what), false)));
    }

    /** Who sends what to the topic; what concerns an instance is the cluster's. */
    private Stream<Map.Entry<String, String>> senders(
            String type, String target, String source, String word, Registration topic) {
        return all.of(type).stream().filter(one -> all.behind(one, target).contains(topic))
                .flatMap(one -> all.made(one, source))
                .flatMap(one -> one.type().equals(Registered.INSTANCE)
                        ? all.made(one, "clusterIdentifier") : Stream.of(one))
                .map(one -> Map.entry(one.urn(), word));
    }

    private void key(Registration key) {
        nodes.add(new Node(key.urn(), Kind.KEY, "KMS key", part(key)));
        all.all().stream()
                .filter(one -> one.propertyDependencies().keySet().stream()
                        .filter(input -> input.toLowerCase(Locale.ROOT).contains("kms"))
                        .anyMatch(input -> all.made(one, input).anyMatch(key::equals)))
                .forEach(one -> {
                    // What else it encrypts is not beside it: arrows to everything would tell less.
                    if (one.type().equals(Registered.CLUSTER) || one.type().equals(Registered.TOPIC)) {
                        flows.add(new Flow(key.urn(), one.urn(), "encrypts", false));
                    }
                    if (one.propertyDependencies().containsKey("masterUserSecretKmsKeyId")) {
                        flows.add(new Flow(key.urn(), secretOf(one), "encrypts", false));
                    }
                });
    }

    private void add(Registration one, Kind kind, String heading, String... lines) {
        add(one, kind, List.of(), Stream.concat(Stream.of(heading), Stream.of(lines)).toArray(String[]::new));
    }

    /** A node with those outside who reach it; what reaches it from inside stands in its last line. */
    private void add(Registration one, Kind kind, List<Node> parts, String... lines) {
        traffic.outside(one.urn()).forEach((ports, sources) -> {
            var id = "clients of " + one.urn() + " on " + ports;
            nodes.add(new Node(id, Kind.CLIENTS, Stream.concat(
                    Stream.of("Allowed sources"), sources.stream()).toList(), List.of()));
            flows.add(new Flow(id, one.urn(), ports, true));
        });
        var within = traffic.within(one.urn()).entrySet().stream()
                .map(door -> door.getKey() + " from " + String.join(", ", door.getValue()))
                .collect(Collectors.joining("; "));
        nodes.add(new Node(one.urn(), kind,
                Stream.concat(lines(lines).stream(), lines(within).stream()).toList(), parts));
    }

    private static String secretOf(Registration cluster) {
        return "secret of " + cluster.urn();
    }

    private static List<String> lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).toList();
    }

    /** The name without the stack's, which stands above the picture. */
    private String part(Registration one) {
        var stack = plan.stack() + "-";
        return one.name().startsWith(stack) ? one.name().substring(stack.length()) : one.name();
    }

    private static String input(Registration one, String input) {
        return text(one.inputs().get(input));
    }
}
