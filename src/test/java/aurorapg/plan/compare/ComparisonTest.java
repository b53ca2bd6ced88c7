package aurorapg.plan.compare;

import static aurorapg.plan.compare.Plans.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aurorapg.plan.Plan;
import aurorapg.plan.compare.Change.Kind;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String VPC = "aws:ec2/vpc:Vpc";

    @Test
    void finds_nothing_between_equal_plans() {
        var comparison = edit(CLUSTER, "{'port':5432.0,'__defaults':[]}", "{'port':5432}");

        assertEquals(List.of(), comparison.changes());
        assertEquals(0, comparison.exitCode());
    }

    @Test
    void a_port_changes_in_place() {
        var comparison = edit(CLUSTER, "{'port':5432.0}", "{'port':5433}");

        assertEquals(Kind.CHANGED, comparison.changes().get(0).kind());
        assertEquals(List.of(new PropertyChange("port", "5432", "5433", false)), properties(comparison));
        assertEquals(2, comparison.exitCode());
    }

    @Test
    void an_instance_class_changes_in_place() {
        var comparison = edit(INSTANCE, "{'instanceClass':'db.r7g.large'}", "{'instanceClass':'db.r7g.xlarge'}");

        assertEquals(Kind.CHANGED, comparison.changes().get(0).kind());
        assertEquals(List.of(), comparison.dangers());
    }

    @Test
    void a_database_name_replaces_the_cluster() {
        var comparison = edit(CLUSTER, "{'databaseName':'orders'}", "{'databaseName':'sales'}");

        assertEquals(Kind.REPLACED, comparison.changes().get(0).kind());
        assertEquals(List.of(new PropertyChange("databaseName", "orders", "sales", true)), properties(comparison));
        assertEquals("is replaced because of databaseName", comparison.dangers().get(0).what());
        assertEquals(3, comparison.exitCode());
    }

    @Test
    void a_database_name_that_is_no_longer_given_changes_nothing() {
        var comparison = edit(CLUSTER, "{'databaseName':'orders','port':1}", "{'port':1}");

        assertEquals(List.of(), comparison.changes());
    }

    @Test
    void a_rule_moves_to_another_block_in_place_and_from_a_block_to_a_group_by_replacement() {
        var moved = edit(DOOR, "{'cidrIpv4':'10.0.0.0/16'}", "{'cidrIpv4':'10.1.0.0/16'}");
        var turned = edit(DOOR, "{'cidrIpv4':'10.0.0.0/16'}", "{'referencedSecurityGroupId':'<group>'}");

        assertEquals(Kind.CHANGED, moved.changes().get(0).kind());
        assertEquals(Kind.REPLACED, turned.changes().get(0).kind());
        assertEquals(
                List.of("cidrIpv4", "referencedSecurityGroupId"),
                properties(turned).stream().filter(PropertyChange::forces).map(PropertyChange::path).toList());
    }

    @Test
    void a_replacement_replaces_what_is_made_of_it_and_updates_what_can_be_updated() {
        var vpc = resource(VPC, "vpc", "{'cidrBlock':'10.0.0.0/16'}");
        var subnet = from(vpc, "vpcId", resource(SUBNET, "subnet", "{'vpcId':'<vpc>'}"));
        var before = plan(
                vpc,
                subnet,
                from(subnet, "subnetId", resource("aws:ec2/natGateway:NatGateway", "nat", "{'subnetId':'<subnet>'}")),
                from(vpc, "tags", resource(LOG, "log", "{'name':'a','tags':{'Vpc':'<vpc>'}}")));
        var after = plan(
                resource(VPC, "vpc", "{'cidrBlock':'10.9.0.0/16'}"),
                before.resources().get(1),
                before.resources().get(2),
                before.resources().get(3));

        var comparison = Comparison.of(before, after);

        assertEquals(List.of("nat", "subnet", "vpc", "log"), comparison.changes().stream().map(Change::name).toList());
        assertEquals(
                List.of(Kind.REPLACED, Kind.REPLACED, Kind.REPLACED, Kind.CHANGED),
                comparison.changes().stream().map(Change::kind).toList());
        assertEquals(
                List.of(new PropertyChange("tags", "{\"Vpc\":\"<vpc>\"}", "{\"Vpc\":\"<vpc>\"} of the replacement", false)),
                comparison.changes().get(3).properties());
        assertEquals(new PropertyChange("vpcId", "<vpc>", "<vpc> of the replacement", true),
                comparison.changes().get(1).properties().get(0));
    }

    @Test
    void a_change_in_place_replaces_nothing_else() {
        var subnet = resource(SUBNET, "subnet", "{'vpcId':'<vpc>'}");
        var comparison = Comparison.of(
                plan(resource(VPC, "vpc", "{'enableDnsSupport':true}"), subnet),
                plan(resource(VPC, "vpc", "{'enableDnsSupport':false}"), subnet));

        assertEquals(List.of("vpc"), comparison.changes().stream().map(Change::name).toList());
    }

    @Test
    void ignored_inputs_are_left_alone() {
        var before = "{'availabilityZone':'a','tags':{'A':'1','B':'1'},'vpcId':'<vpc>'}";
        var after = "{'availabilityZone':'b','tags':{'A':'2','B':'2'},'vpcId':'<vpc>'}";

        var comparison = edit(SUBNET, before, after, "availabilityZone", "tags[\"A\"]");

        assertEquals(Kind.CHANGED, comparison.changes().get(0).kind());
        assertEquals(List.of("tags.B", "[ignoreChanges]"), paths(comparison));
    }

    @Test
    void every_input_is_ignored_by_an_asterisk() {
        assertEquals(List.of("[ignoreChanges]"), paths(edit(KEY, "{'a':1}", "{'b':2}", "*")));
    }

    @Test
    void options_are_properties() {
        var key = resource(KEY, "key", "{}");
        var comparison = Comparison.of(plan(guarded(key, false, false)), plan(guarded(key, true, true)));

        assertEquals(List.of("[protect]", "[retainOnDelete]"), paths(comparison));
        assertEquals(2, comparison.exitCode());
    }

    @Test
    void orders_by_what_is_gravest_then_by_urn() {
        var before = plan(resource(SUBNET, "b", "{}"), resource(SUBNET, "c", "{'tags':{'A':'1'}}"),
                resource(SUBNET, "d", "{'cidrBlock':'10.0.0.0/24'}"), resource(SUBNET, "e", "{}"));
        var after = plan(resource(SUBNET, "a", "{}"), resource(SUBNET, "c", "{'tags':{'A':'2'}}"),
                resource(SUBNET, "d", "{'cidrBlock':'10.0.1.0/24'}"));

        assertEquals(List.of("REPLACED d", "REMOVED b", "REMOVED e", "CHANGED c", "ADDED a"),
                Comparison.of(before, after).changes().stream().map(one -> one.kind() + " " + one.name()).toList());
    }

    @Test
    void components_come_and_go_only() {
        var comparison = Comparison.of(plan(component("old"), component("same")),
                plan(component("same"), component("new")));

        assertEquals(List.of(Kind.REMOVED, Kind.ADDED), comparison.changes().stream().map(Change::kind).toList());
    }

    @Test
    void outputs_that_differ_are_changes() {
        var comparison = Comparison.of(outputs("{'port':5432,'a':[1]}"), outputs("{'port':5433,'b':'x'}"));

        assertEquals(List.of(
                new PropertyChange("a[0]", "1", "(absent)", false),
                new PropertyChange("b", "(absent)", "x", false),
                new PropertyChange("port", "5432", "5433", false)), comparison.outputs());
        assertEquals(2, comparison.exitCode());
    }

    @Test
    void another_region_replaces_everything() {
        var cluster = resource(CLUSTER, "cluster", "{}");
        var there = new Plan(1, "test", "test", "us-east-1", List.of(), List.of(cluster), List.of(), List.of(), new JsonObject());

        var comparison = Comparison.of(plan(cluster), there);

        assertEquals(List.of("[region]"), paths(comparison));
        assertEquals(Kind.REPLACED, comparison.changes().get(0).kind());
    }

    @Test
    void plans_of_two_stacks_are_not_compared() {
        var other = new Plan(1, "prod", "prod", "eu-west-1", List.of(), List.of(), List.of(), List.of(), new JsonObject());

        var refusal = assertThrows(IllegalArgumentException.class, () -> Comparison.of(other, plan()));

        assertEquals("is a plan of stack prod, not of test", refusal.getMessage());
    }

    private static List<PropertyChange> properties(Comparison comparison) {
        return comparison.changes().get(0).properties();
    }

    private static List<String> paths(Comparison comparison) {
        return properties(comparison).stream().map(PropertyChange::path).toList();
    }
}
