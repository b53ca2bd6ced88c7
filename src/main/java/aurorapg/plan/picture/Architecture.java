package aurorapg.plan.picture;

import aurorapg.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What is drawn, before anybody knows where.
 *
 * @param title the stack's name
 * @param subtitle what the stack is
 * @param region heading of the region's frame
 * @param network heading of the network's frame
 * @param zones the zones with their subnets; none in a network of another stack
 * @param nodes everything but NAT gateways, which stand in their subnets; from the top to the bottom of the picture
 * @param flows the arrows
 */
record Architecture(
        String title, String subtitle, String region, String network, List<Zone> zones, List<Node> nodes,
        List<Flow> flows) {

    /** An Availability Zone and its subnets, the public one first. */
    record Zone(String name, List<Subnet> subnets) {

        Optional<Subnet> subnet(boolean open) {
            return subnets.stream().filter(one -> one.open == open).findFirst();
        }
    }

    /** A subnet, open when the internet gateway routes to it. */
    record Subnet(String id, boolean open, String cidr, List<Node> gateways) {}

    /** Something that gets a box; the first line is its heading. */
    record Node(String id, Kind kind, List<String> lines, List<Node> parts) {

        Node(String id, Kind kind, String... lines) {
            this(id, kind, List.of(lines), List.of());
        }
    }

    /** An arrow: allowed traffic with its port, or what AWS does between the two. */
    record Flow(String from, String to, String label, boolean traffic) {}

    static Architecture of(Plan plan) {
        return new Inventory(plan).architecture();
    }

    /** The nodes of a kind. */
    List<Node> nodes(Kind kind) {
        return nodes.stream().filter(one -> one.kind == kind).toList();
    }
}
