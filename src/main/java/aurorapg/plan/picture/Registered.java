package aurorapg.plan.picture;

import aurorapg.plan.engine.Registration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan's resources and what they are made of. */
final class Registered {

    static final String SUBNET = "aws:ec2/subnet:Subnet";
    static final String NAT = "aws:ec2/natGateway:NatGateway";
    static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
    static final String ADDRESS = "aws:ec2/eip:Eip";
    static final String GROUP = "aws:autoscaling/group:Group";
    static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    static final String CLUSTER = "aws:rds/cluster:Cluster";
    static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    static final String PROXY = "aws:rds/proxy:Proxy";
    static final String FUNCTION = "aws:lambda/function:Function";
    static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";
    static final String KEY = "aws:kms/key:Key";
    static final String TOPIC = "aws:sns/topic:Topic";

    private static final Comparator<Registration> BY_NAME =
            Comparator.<Registration>comparingInt(one -> one.name().length()).thenComparing(Registration::name)
                    .thenComparing(Registration::urn);

    private final Map<String, Registration> byUrn;

    Registered(List<Registration> resources) {
        byUrn = resources.stream().sorted(BY_NAME).collect(
                Collectors.toMap(Registration::urn, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** All, in the same order. */
    Collection<Registration> all() {
        return byUrn.values();
    }

    /** All of a type: those with the shorter name first, so that the second stands before the tenth. */
    List<Registration> of(String type) {
        return byUrn.values().stream().filter(one -> one.type().equals(type)).toList();
    }

    /** What an input is made of. */
    Stream<Registration> made(Registration one, String input) {
        return one.propertyDependencies().getOrDefault(input, List.of()).stream().map(byUrn::get)
                .filter(java.util.Objects::nonNull);
    }

    /** What an input is made of, and what that is made of, and so on. */
    Set<Registration> behind(Registration one, String input) {
        var found = new LinkedHashSet<Registration>();
        made(one, input).forEach(other -> collect(other, found));
        return found;
    }

    private void collect(Registration one, Set<Registration> found) {
        if (found.add(one)) {
            one.propertyDependencies().keySet().stream().sorted()
                    .forEach(input -> made(one, input).forEach(other -> collect(other, found)));
        }
    }

    /** The first of a type behind an input. */
    Stream<Registration> behind(Registration one, String input, String type) {
        return behind(one, input).stream().filter(other -> other.type().equals(type)).limit(1);
    }
}
