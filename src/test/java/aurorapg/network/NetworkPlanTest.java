package aurorapg.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.location.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkPlanTest {

    private static final String VPC = "10.33.0.0/16";
    private static final String WEB = "203.0.113.9";
    private static final String PUBLIC_HOST = "10.33.32.8";
    private static final String PRIVATE_HOST = "10.33.48.8";

    private final List<AclEntry> open = NetworkAclPlan.ofPublic(VPC);
    private final List<AclEntry> closed = NetworkAclPlan.ofPrivate(VPC);

    @Test
    void subnets_are_sixteenths_public_and_private_in_turn() {
        assertEquals(
                new SubnetPlan(
                        List.of("10.33.0.0/20", "10.33.32.0/20", "10.33.64.0/20"),
                        List.of("10.33.16.0/20", "10.33.48.0/20", "10.33.80.0/20")),
                SubnetPlan.of(VPC));
        assertEquals(
                new SubnetPlan(
                        List.of("192.168.8.0/25", "192.168.9.0/25", "192.168.10.0/25"),
                        List.of("192.168.8.128/25", "192.168.9.128/25", "192.168.10.128/25")),
                SubnetPlan.of("192.168.8.0/21"));
    }

    @Test
    void private_hosts_reach_the_internet_through_nat_and_hear_back() {
        assertTrue(admits(closed, true, 443, WEB), "host to NAT leaves the private subnet");
        assertTrue(admits(open, false, 443, PRIVATE_HOST), "and enters the public one");
        assertTrue(admits(open, true, 443, WEB), "NAT to the internet");
        for (int sourcePort : List.of(1024, 3389, 65535)) {
            assertTrue(admits(open, false, sourcePort, WEB), "answer to NAT's port " + sourcePort);
            assertTrue(admits(closed, false, sourcePort, WEB), "answer, from the remote address, to the host");
        }
    }

    @Test
    void the_world_reaches_no_port_below_1024() {
        for (int port : List.of(22, 80, 443)) {
            assertFalse(admits(open, false, port, WEB), "public " + port);
            assertFalse(admits(closed, false, port, WEB), "private " + port);
        }
    }

    @Test
    void nothing_but_web_ports_leaves_for_the_world() {
        for (int port : List.of(22, 25, 5432, 8080)) {
            assertFalse(admits(open, true, port, WEB), "public " + port);
            assertFalse(admits(closed, true, port, WEB), "private " + port);
        }
    }

    @Test
    void bastion_and_peers_reach_the_database_and_hear_back() {
        assertTrue(admits(open, true, 5432, PRIVATE_HOST) && admits(closed, false, 5432, PUBLIC_HOST));
        assertTrue(admits(closed, true, 40000, PUBLIC_HOST) && admits(open, false, 40000, PRIVATE_HOST));
        for (var peer : List.of("10.99.0.7", "172.20.0.7", "192.168.7.7")) {
            assertTrue(admits(closed, false, 1150, peer) && admits(closed, true, 50000, peer), peer);
        }
    }

    @Test
    void path_mtu_messages_pass_both_ways() {
        for (var acl : List.of(open, closed)) {
            assertEquals(2, acl.stream().filter(e -> e.protocol().equals("icmp") && e.cidr().equals("0.0.0.0/0")).count());
        }
    }

    @Test
    void ssh_comes_from_the_configured_blocks_alone() {
        var entries = Stream.concat(open.stream(), NetworkAclPlan.sshEntries(List.of("198.51.100.0/24"), 200).stream()).toList();
        assertTrue(admits(entries, false, 22, "198.51.100.5") && admits(entries, true, 50000, "198.51.100.5"));
        assertFalse(admits(entries, false, 22, WEB));
    }

    @Test
    void no_two_entries_of_a_direction_share_a_number() {
        var entries = Stream.concat(open.stream(), NetworkAclPlan.sshEntries(List.of("198.51.100.0/24", "192.0.2.0/24"), 200).stream());
        var numbers = entries.map(e -> e.number() + " " + e.egress()).toList();
        assertEquals(numbers.stream().distinct().toList(), numbers);
    }

    @Test
    void the_first_three_zones_in_order_unless_configured() {
        var region = region("eu-west-1d", "eu-west-1a", "eu-west-1c", "eu-west-1b");
        assertEquals(List.of("eu-west-1a", "eu-west-1b", "eu-west-1c"), ZonePlan.of(List.of(), region));
        var asked = List.of("eu-west-1d", "eu-west-1b", "eu-west-1a");
        assertEquals(asked, ZonePlan.of(asked, region));
    }

    @Test
    void fewer_than_three_zones_is_an_error_that_names_key_region_and_zones() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> ZonePlan.of(List.of(), region("us-west-1a", "us-west-1b")));
        assertEquals(
                "aurora-postgres:network.availabilityZones: region eu-west-1 has 2 available standard zones: "
                        + "[us-west-1a, us-west-1b] (a region with at least three)",
                error.getMessage());
    }

    @Test
    void a_zone_of_another_region_is_an_error() {
        var error = assertThrows(IllegalArgumentException.class, () -> ZonePlan.of(
                List.of("eu-west-1a", "eu-west-1b", "us-east-1a"), region("eu-west-1a", "eu-west-1b", "eu-west-1c")));
        assertTrue(error.getMessage().contains("us-east-1a is no available standard zone of eu-west-1"), error.getMessage());
    }

    private static Location region(String... zones) {
        return new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", List.of(zones));
    }

    private static boolean admits(List<AclEntry> acl, boolean egress, int port, String address) {
        return acl.stream()
                .anyMatch(e -> e.egress() == egress
                        && (e.protocol().equals("-1") || e.protocol().equals("tcp") && port >= e.fromPort() && port <= e.toPort())
                        && contains(e.cidr(), address));
    }

    private static boolean contains(String cidr, String address) {
        var parts = cidr.split("/");
        var shift = 32 - Integer.parseInt(parts[1]);
        return number(parts[0]) >> shift == number(address) >> shift;
    }

    private static long number(String address) {
        return Stream.of(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (n, octet) -> n << 8 | octet);
    }
}
