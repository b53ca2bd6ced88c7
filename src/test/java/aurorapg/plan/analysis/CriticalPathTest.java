package aurorapg.plan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String NAT = "aws:ec2/natGateway:NatGateway";

    @Test
    void the_longest_chain_decides_and_its_parts_say_what_they_cost() {
        var steps = CriticalPath.of(List.of(
                custom("vpc", VPC), custom("subnet", SUBNET, "vpc"), custom("cluster", CLUSTER, "subnet"),
                custom("nat", NAT, "subnet")));

        assertEquals(List.of("vpc", "subnet", "nat"), names(steps));
        assertEquals(List.of(12, 16, 156), steps.stream().map(CriticalPath.Step::until).toList());
        assertEquals(97, steps.get(2).gain(), "without the gateway the cluster is the last, after 59 s");
        assertEquals(12, steps.get(0).gain());
    }

    @Test
    void a_component_stands_for_everything_below_it() {
        var steps = CriticalPath.of(List.of(
                component("network"), below("network", custom("nat", NAT)), custom("cluster", CLUSTER, "network")));

        assertEquals(List.of("nat", "cluster"), names(steps));
        assertEquals(183, steps.get(1).until());
    }

    @Test
    void what_is_beside_the_path_gains_nothing() {
        var steps = CriticalPath.of(List.of(custom("a", NAT), custom("b", NAT)));

        assertEquals(1, steps.size());
        assertEquals(0, steps.get(0).gain(), "the other one takes as long");
    }

    @Test
    void nothing_takes_no_time_and_a_circle_ends() {
        assertEquals(List.of(), CriticalPath.of(List.of()));
        assertEquals("a", CriticalPath.of(List.of(component("c"), below("c", custom("a", VPC, "c"))))
                .get(0).resource().name());
    }

    private static List<String> names(List<CriticalPath.Step> steps) {
        return steps.stream().map(step -> step.resource().name()).toList();
    }

    private static Registration custom(String name, String type, String... dependencies) {
        return new Registration(name, type, name, "", true, new JsonObject(), List.of(dependencies), false, false,
                List.of());
    }

    private static Registration below(String parent, Registration one) {
        return new Registration(one.urn(), one.type(), one.name(), parent, true, one.inputs(), one.dependencies(),
                false, false, List.of());
    }

    private static Registration component(String name) {
        return new Registration(name, "a:b:C", name, "", false, new JsonObject(), List.of(), false, false, List.of());
    }
}
