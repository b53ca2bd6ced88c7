package aurorapg.plan.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static Plan dev;

    @BeforeAll
    static void plan() throws Exception {
        dev = Stacks.functions(Stacks.withoutBootstrap(Stacks.run("dev", "dev", Map.of(
                "network", "{\"natGateways\":\"single\"}",
                "bastion", "{\"keyPairName\":\"k\",\"accessCidrs\":[\"198.51.100.0/24\",\"203.0.113.7/32\"]}",
                "database", "{\"accessCidrs\":[\"10.0.0.0/16\",\"10.33.16.0/24\"],"
                        + "\"accessSecurityGroupIds\":[\"sg-12345678\"]}"))), 1);
    }

    @Test
    void arrows_are_what_rules_routes_alarms_and_keys_say() {
        assertEquals("""
                10.0.0.0/16,sg-12345678 -> Aurora PostgreSQL 16.8: tcp 5432
                198.51.100.0/24,203.0.113.7/32 -> Bastion: tcp 22
                Aurora PostgreSQL 16.8 - - Master password: manages
                Aurora PostgreSQL 16.8 - - SNS topic: alarms, events
                Bastion - - SNS topic: alarms
                Bastion -> Aurora PostgreSQL 16.8: tcp 5432
                Bastion -> Internet: tcp 80, 443
                Internet -> Internet
                KMS key - - Aurora PostgreSQL 16.8: encrypts
                KMS key - - Master password: encrypts
                KMS key - - SNS topic: encrypts
                NAT -> Internet
                People -> Bastion: Session Manager
                SNS topic - - Mail
                dev-bootstrap-1 -> Aurora PostgreSQL 16.8: tcp 5432
                dev-bootstrap-1 -> Secrets Manager endpoint: tcp 443
                private 10.33.16.0/20 -> NAT
                private 10.33.16.0/20 -> S3
                private 10.33.48.0/20 -> NAT
                private 10.33.48.0/20 -> S3
                private 10.33.80.0/20 -> NAT
                private 10.33.80.0/20 -> S3""", String.join("\n", flows(dev)));
    }

    @Test
    void arrow_needs_the_rules_of_both_ends() {
        var arrow = "Bastion -> Aurora PostgreSQL 16.8: tcp 5432";
        for (var rule : List.of("dev-bastion-to-cluster", "dev-cluster-from-bastion")) {
            assertFalse(flows(Stacks.without(dev, one -> one.name().equals(rule))).contains(arrow), rule);
        }
        assertFalse(flows(Stacks.without(dev, one -> one.name().equals("dev-secrets-endpoint-from-vpc")))
                .contains("dev-bootstrap-1 -> Secrets Manager endpoint: tcp 443"));
    }

    @Test
    void session_manager_is_drawn_only_when_the_role_may_use_it() {
        assertFalse(flows(Stacks.without(dev, one -> one.name().equals("dev-bastion-policy")))
                .contains("People -> Bastion: Session Manager"));
    }

    @Test
    void block_of_the_network_itself_is_not_drawn_outside() {
        var cluster = Architecture.of(dev).nodes(Kind.CLUSTER).get(0);
        assertEquals("tcp 5432 from 10.33.16.0/24", cluster.lines().get(cluster.lines().size() - 1));
    }

    @Test
    void writer_stands_first_and_tenth_reader_after_the_second() throws Exception {
        var plan = Stacks.run("dev", "dev", Map.of("database", "{\"instances\":12}"));
        var parts = Architecture.of(plan).nodes(Kind.CLUSTER).get(0).parts();
        assertEquals(12, parts.size());
        assertEquals("writer", parts.get(0).lines().get(0));
        for (int i = 0; i < parts.size(); i++) {
            assertTrue(parts.get(i).id().endsWith("-instance-" + (i + 1)), parts.get(i).id());
            assertEquals(i == 0, parts.get(i).lines().contains("writer"));
        }
    }

    @Test
    void stack_without_a_vpc_stands_in_the_network_of_another() {
        var drawn = Architecture.of(Stacks.foreignNetwork(dev));
        assertEquals("Network of another stack", drawn.network());
        assertEquals(List.of(), drawn.zones());
        assertTrue(flows(Stacks.foreignNetwork(dev)).contains("Bastion -> Aurora PostgreSQL 16.8: tcp 5432"));
    }

    private static List<String> flows(Plan plan) {
        var drawn = Architecture.of(plan);
        var names = new HashMap<String, String>();
        drawn.nodes().forEach(node -> names.put(node.id(), node.kind() == Kind.CLIENTS
                ? String.join(",", node.lines().subList(1, node.lines().size())) : node.lines().get(0)));
        drawn.zones().forEach(zone -> zone.subnets().forEach(subnet -> {
            names.put(subnet.id(), (subnet.open() ? "public " : "private ") + subnet.cidr());
            subnet.gateways().forEach(nat -> names.put(nat.id(), nat.lines().get(0)));
        }));
        return drawn.flows().stream().map(flow -> names.get(flow.from()) + (flow.traffic() ? " -> " : " - - ")
                + names.get(flow.to()) + (flow.label().isEmpty() ? "" : ": " + flow.label())).sorted().toList();
    }
}
