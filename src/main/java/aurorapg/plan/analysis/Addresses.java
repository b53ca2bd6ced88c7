package aurorapg.plan.analysis;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many addresses of a subnet a stack may take.
 *
 * @param subnet the subnet
 * @param block its IPv4 block
 * @param usable addresses that AWS leaves to its owner
 * @param taken the most that this stack takes: every instance may come to lie in the same subnet
 * @param databases how many databases like this stack's still fit; -1 where the stack has none
 */
public record Addresses(String subnet, String block, int usable, int taken, int databases) {

    /** Where fewer databases than this still fit, it is time to think of another network. */
    public static final int SCARCE = 3;

    /** Addresses that AWS keeps of every subnet (VPC user guide, subnet sizing). */
    private static final int KEPT = 5;

    /** Addresses that a proxy should find free for a cluster of instances up to xlarge (RDS user guide, RDS Proxy). */
    private static final int OF_A_PROXY = 10;

    /** A rolling change of an Auto Scaling group of one starts the new host beside the old one. */
    private static final int OF_A_GROUP = 2;

    /** By type: the input that names subnets, and the addresses taken in each; instances are counted apart. */
    private static final Map<String, Map.Entry<String, Integer>> TAKERS = Map.of(
            "aws:ec2/natGateway:NatGateway", Map.entry("subnetId", 1),
            "aws:ec2/vpcEndpoint:VpcEndpoint", Map.entry("subnetIds", 1),
            "aws:lambda/function:Function", Map.entry("vpcConfig.subnetIds", 1),
            "aws:rds/proxy:Proxy", Map.entry("vpcSubnetIds", OF_A_PROXY),
            "aws:autoscaling/group:Group", Map.entry("vpcZoneIdentifiers", OF_A_GROUP));

    private static final List<String> OF_A_DATABASE = List.of("aws:lambda/function:Function", "aws:rds/proxy:Proxy");

    /** The subnets that a stack creates, in the given order. */
    public static List<Addresses> of(List<Registration> resources) {
        int instances = instances(resources);
        var found = new ArrayList<Addresses>();
        for (var subnet : resources) {
            if (!subnet.type().equals("aws:ec2/subnet:Subnet")) {
                continue;
            }
            var id = "<" + subnet.name() + ">";
            boolean holds = resources.stream().anyMatch(one ->
                    one.type().equals("aws:rds/subnetGroup:SubnetGroup") && names(one, "subnetIds", id));
            int database = holds ? instances + taken(resources, id, OF_A_DATABASE) : 0;
            int taken = (holds ? instances : 0) + taken(resources, id, List.copyOf(TAKERS.keySet()));
            var block = Excerpt.text(subnet.inputs().get("cidrBlock"));
            int usable = (1 << (32 - Integer.parseInt(block.substring(block.indexOf('/') + 1)))) - KEPT;
            found.add(new Addresses(
                    subnet.name(), block, usable, taken, database == 0 ? -1 : Math.max(0, (usable - taken) / database)));
        }
        return found;
    }

    private static int instances(List<Registration> resources) {
        int own = (int) resources.stream().filter(one -> one.type().equals("aws:rds/clusterInstance:ClusterInstance")).count();
        return resources.stream().filter(one -> one.type().equals("aws:appautoscaling/target:Target"))
                .mapToInt(one -> one.inputs().get("maxCapacity").getAsInt() + 1).reduce(own, Math::max);
    }

    private static int taken(List<Registration> resources, String subnetId, List<String> types) {
        return resources.stream().filter(one -> types.contains(one.type()) && TAKERS.containsKey(one.type()))
                .filter(one -> names(one, TAKERS.get(one.type()).getKey(), subnetId))
                .mapToInt(one -> TAKERS.get(one.type()).getValue()).sum();
    }

    private static boolean names(Registration one, String input, String subnetId) {
        return InputPath.all(one.inputs(), input).flatMap(Addresses::elements).anyMatch(id -> Excerpt.text(id).equals(subnetId));
    }

    private static Stream<JsonElement> elements(JsonElement value) {
        return value.isJsonArray() ? value.getAsJsonArray().asList().stream() : Stream.of(value);
    }
}
