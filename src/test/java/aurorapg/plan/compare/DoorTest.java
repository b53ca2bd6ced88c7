package aurorapg.plan.compare;

import static aurorapg.plan.compare.Plans.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, 0", "10.1.0.0/16, 10.0.0.0/8, 1", "10.1.0.0/16, 10.2.0.0/16, 1",
        "10.1.0.0/16, 0.0.0.0/0, 1", "2001:db8::/32, 2001:db8:1::/48, 0", "2001:db8:1::/48, ::/0, 1",
        "0.0.0.0/0, ::/0, 1", "10.0.0.0/8, <address>/32, 1", "<address>/32, <address>/32, 0",
    })
    void a_block_that_no_old_rule_contains_is_a_danger(String before, String after, int dangers) {
        assertEquals(dangers, edit(DOOR, door(before, 5432, 5432), door(after, 5432, 5432)).dangers().size());
    }

    @Test
    void a_door_for_the_whole_network_moves_with_it_and_the_network_itself_is_the_danger() {
        var old = resource(DOOR, "door", door("10.0.0.0/16", 443, 443));
        var moved = resource(DOOR, "door", door("10.1.0.0/16", 443, 443));
        var network = resource(Exposure.NETWORK, "vpc", "{'cidrBlock':'10.0.0.0/16'}");
        var other = resource(Exposure.NETWORK, "vpc", "{'cidrBlock':'10.1.0.0/16'}");

        assertEquals(List.of("vpc"), Comparison.of(plan(old, network), plan(moved, other)).dangers().stream()
                .map(Danger::resource).toList());
        assertEquals(List.of("door"), Comparison.of(plan(old, network), plan(moved, network)).dangers().stream()
                .map(Danger::resource).toList());
    }

    @Test
    void a_door_on_the_databases_port_moves_with_it_and_any_other_port_is_a_danger() {
        var old = resource(DOOR, "door", door("10.0.0.0/16", 5432, 5432));
        var moved = resource(DOOR, "door", door("10.0.0.0/16", 5433, 5433));
        var database = resource(CLUSTER, "one", "{'port':5432}");
        var other = resource(CLUSTER, "one", "{'port':5433}");

        assertEquals(List.of(), Comparison.of(plan(old, database), plan(moved, other)).dangers());
        assertEquals(1, Comparison.of(plan(old, database), plan(moved, database)).dangers().size());
    }

    @Test
    void more_ports_are_a_wider_door_and_fewer_are_not() {
        var wide = door("10.0.0.0/8", 5000, 6000);
        var narrow = door("10.0.0.0/8", 5432, 5432);

        assertEquals(1, edit(DOOR, narrow, wide).dangers().size());
        assertEquals(List.of(), edit(DOOR, wide, narrow).dangers());
    }

    @Test
    void an_added_rule_within_an_other_one_is_no_danger() {
        var old = resource(DOOR, "old", door("10.0.0.0/8", 5432, 5432));
        var within = resource(DOOR, "within", door("10.7.0.0/16", 5432, 5432));
        var outside = resource(DOOR, "outside", door("192.0.2.7/32", 5432, 5432));

        var dangers = Comparison.of(plan(old), plan(old, within, outside)).dangers();

        assertEquals(List.of("outside"), dangers.stream().map(Danger::resource).toList());
        assertEquals("opens <group> to 192.0.2.7/32 (tcp 5432)", dangers.get(0).what());
    }

    @Test
    void the_same_block_of_another_group_is_a_danger() {
        var old = resource(DOOR, "old", door("10.0.0.0/8", 5432, 5432));
        var other = resource(DOOR, "new", door("10.0.0.0/8", 5432, 5432).replace("<group>", "<other>"));

        assertEquals(1, Comparison.of(plan(old), plan(old, other)).dangers().size());
    }

    @Test
    void a_new_group_as_source_is_a_danger() {
        var rule = "{'securityGroupId':'<a>','ipProtocol':'tcp','fromPort':5432,'toPort':5432,"
                + "'referencedSecurityGroupId':'%s'}";

        assertEquals(1, edit(DOOR, rule.formatted("<b>"), rule.formatted("<c>")).dangers().size());
        assertEquals(List.of(), Comparison.of(plan(resource(DOOR, "one", rule.formatted("<b>"))),
                plan(resource(DOOR, "renamed", rule.formatted("<b>")))).dangers());
    }

    @Test
    void a_rule_of_all_protocols_covers_the_others() {
        var all = "{'securityGroupId':'<group>','ipProtocol':'-1','cidrIpv4':'10.0.0.0/8'}";

        assertEquals(List.of(), edit(DOOR, all, door("10.0.0.0/8", 5432, 5432)).dangers());
        assertEquals(1, edit(DOOR, door("10.0.0.0/8", 0, 65535), all).dangers().size());
    }

    @Test
    void a_list_that_lets_more_in_is_a_danger() {
        assertEquals(1, edit(ACL, acl("10.0.0.0/16", false, "allow"), acl("0.0.0.0/0", false, "allow"))
                .dangers().size());
        assertEquals(1, edit(ACL, acl("10.0.0.0/16", false, "deny"), acl("10.0.0.0/16", false, "allow"))
                .dangers().size());
    }

    @Test
    void a_list_that_lets_more_out_or_less_in_is_none() {
        assertEquals(List.of(), edit(ACL, acl("10.0.0.0/16", true, "allow"), acl("0.0.0.0/0", true, "allow"))
                .dangers());
        assertEquals(List.of(), edit(ACL, acl("0.0.0.0/0", false, "allow"), acl("10.0.0.0/16", false, "allow"))
                .dangers());
    }

    private static String door(String block, int from, int to) {
        return "{'securityGroupId':'<group>','ipProtocol':'tcp','fromPort':%d,'toPort':%d,'%s':'%s'}"
                .formatted(from, to, block.contains(":") ? "cidrIpv6" : "cidrIpv4", block);
    }

    private static String acl(String block, boolean egress, String action) {
        return "{'networkAclId':'<acl>','protocol':'6','fromPort':443,'toPort':443,'cidrBlock':'%s','egress':%s,"
                .formatted(block, egress) + "'ruleAction':'%s'}".formatted(action);
    }
}
