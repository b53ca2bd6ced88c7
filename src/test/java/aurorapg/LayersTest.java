package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks that share a network or a bastion, and stacks in a VPC that is there already. */
class LayersTest {

    private static final String NET = "organization/aurora-postgres/net";
    private static final String ACCESS = "organization/aurora-postgres/access";

    private static final Map<String, Object> NET_OUTPUTS = Map.of(
            "vpcId", "vpc-1", "vpcCidr", "10.33.0.0/16", "publicNetworkAclId", "acl-1",
            "publicSubnetIds", List.of("subnet-a", "subnet-b", "subnet-c"),
            "privateSubnetIds", List.of("subnet-1", "subnet-2", "subnet-3"));
    private static final Map<String, Object> ACCESS_OUTPUTS =
            Map.of("bastionSecurityGroupId", "sg-bastion", "bastionAutoScalingGroup", "net-bastion-1");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void database_in_another_stacks_network_owns_and_exports_its_own_alone(boolean preview) {
        var run = layered(Map.of("network", Map.of("stack", NET), "bastion", Map.of("stack", ACCESS)), preview,
                Map.of(NET, NET_OUTPUTS, ACCESS, ACCESS_OUTPUTS));
        assertTrue(run.byName.keySet().stream().noneMatch(name -> name.startsWith("dev-vpc")
                || name.startsWith("dev-nat") || name.startsWith("dev-bastion-group")), run.byName.keySet().toString());
        assertFalse(run.result.outputs().keySet().stream().anyMatch(
                name -> name.startsWith("vpc") || name.startsWith("bastion") || name.endsWith("SubnetIds")));
        assertEquals(List.of("subnet-1", "subnet-2", "subnet-3"), run.inputs("dev", "subnet-group").get("subnetIds"));
        assertEquals("vpc-1", run.inputs("dev", "cluster-access").get("vpcId"));
        assertEquals("sg-bastion", run.inputs("dev", "cluster-from-bastion").get("referencedSecurityGroupId"));
        assertEquals("sg-bastion", run.inputs("dev", "bastion-to-cluster").get("securityGroupId"));
        assertEquals("10.33.0.0/16", run.inputs("dev", "bootstrap-to-secrets-endpoint").get("cidrIpv4"));
        if (!preview) {
            assertTrue(run.output("portForwardCommand").toString().contains("net-bastion-1"));
        }
    }

    @Test
    void bastion_alone_uses_another_stacks_network_and_acl() {
        var changes = new HashMap<String, Object>();
        changes.put("network", Map.of("stack", NET));
        changes.put("database", null);
        changes.put("bastion", Map.of("accessCidrs", List.of("198.51.100.0/24"), "keyPairName", "team"));
        var run = layered(changes, false, Map.of(NET, NET_OUTPUTS));
        assertEquals(List.of("subnet-a", "subnet-b", "subnet-c"), run.inputs("dev", "bastion-group").get("vpcZoneIdentifiers"));
        var entries = run.ofType("aws:ec2/networkAclRule:NetworkAclRule");
        assertEquals(2, entries.size());
        entries.forEach(entry -> {
            assertEquals("acl-1", entry.inputs().get("networkAclId"));
            assertTrue(((Number) entry.inputs().get("ruleNumber")).intValue() >= 1000, "the network's own end at 300");
        });
    }

    @Test
    void three_databases_in_one_network_share_no_name() {
        var names = new TreeMap<Object, String>();
        for (var stack : List.of("orders", "orders-2", "billing")) {
            var settings = StackRun.settings("dev", layeredOn(Map.of(
                    "network", Map.of("stack", NET), "bastion", Map.of("stack", NET))));
            var outputs = new HashMap<>(NET_OUTPUTS);
            outputs.putAll(ACCESS_OUTPUTS);
            var run = StackRun.of(stack, settings, false, StackRun.LOCATION, Map.of(NET, outputs), LayersTest::noLookUp);
            run.byName.values().forEach(one -> {
                for (var key : List.of("name", "namePrefix", "clusterIdentifier", "identifier")) {
                    var name = one.inputs().get(key);
                    if (name != null && !name.toString().isEmpty()) {
                        var before = names.put(one.type() + " " + name, stack);
                        assertTrue(before == null || before.equals(stack), one.type() + " " + name + " of " + before);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vpcId||network.stack: is \"organization/aurora-postgres/net\", whose output vpcId is missing (text, which version 0.1.0",
        "privateSubnetIds|subnet-1|whose output privateSubnetIds is subnet-1 (a list of texts, which version 0.1.0"})
    void output_that_is_missing_or_of_another_type_stops_everything(String output, String instead, String expected) {
        var outputs = new HashMap<>(NET_OUTPUTS);
        outputs.remove(output);
        if (instead != null) {
            outputs.put(output, instead);
        }
        var error = assertThrows(RuntimeException.class, () -> layered(
                Map.of("network", Map.of("stack", NET), "bastion", Map.of("stack", ACCESS)), false,
                Map.of(NET, outputs, ACCESS, ACCESS_OUTPUTS)));
        assertTrue(all(error).contains(expected), all(error));
    }

    @Test
    void existing_vpc_is_used_as_it_is() {
        var run = existing(LayersTest::plausible);
        assertEquals(List.of("subnet-1", "subnet-2"), run.inputs("dev", "subnet-group").get("subnetIds"));
        assertEquals(List.of("subnet-9"), run.inputs("dev", "bastion-group").get("vpcZoneIdentifiers"));
        assertTrue(run.ofType("aws:ec2/networkAclRule:NetworkAclRule").isEmpty(), "nothing existing is changed");
        assertTrue(run.byName.keySet().stream().noneMatch(name -> name.contains("flow-log") || name.contains("-vpc")));
        assertEquals(Set.of("vpc-1"), Set.of(run.inputs("dev", "bastion-access").get("vpcId")));
        assertFalse(run.result.outputs().containsKey("vpcId"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "getVpc|enableDnsHostnames|false|network.vpcId: is \"vpc-1\", whose DNS support or DNS hostnames are off",
        "getSubnet|vpcId|vpc-2|network.privateSubnetIds: names subnet-1, which belongs to vpc-2 (subnets of vpc-1)",
        "getSubnet|availabilityZone|eu-west-1a|network.privateSubnetIds: lie in one zone, eu-west-1a",
        "getRouteTable|gatewayId|igw-1|network.privateSubnetIds: names subnet-1, which has a route to an internet gateway",
        "getVpcEndpoint|state|failed|network.privateSubnetIds: have no way to Secrets Manager, which the bootstrap needs"})
    void existing_vpc_that_does_not_fit_is_refused_before_anything_is_registered(
            String function, String property, String value, String expected) {
        var error = assertThrows(RuntimeException.class, () -> existing((token, args) -> {
            var answer = new HashMap<>(plausible(token, args));
            if (!token.endsWith(":" + function)) {
                return answer;
            }
            if (function.equals("getRouteTable")) {
                answer.put("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", property, value)));
            } else {
                answer.put(property, value.equals("false") ? (Object) false : value);
            }
            return answer;
        }));
        assertTrue(all(error).contains(expected), all(error));
    }

    @Test
    void nat_gateway_is_a_way_to_secrets_manager_where_there_is_no_endpoint() {
        var run = existing((token, args) -> {
            var answer = new HashMap<>(plausible(token, args));
            if (token.endsWith(":getVpcEndpoint")) {
                answer.put("state", "deleted");
            } else if (token.endsWith(":getRouteTable")) {
                answer.put("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", "natGatewayId", "nat-1")));
            }
            return answer;
        });
        assertEquals("0.0.0.0/0", run.inputs("dev", "bootstrap-to-secrets-endpoint").get("cidrIpv4"));
    }

    private static StackRun existing(BiFunction<String, Map<String, Object>, Map<String, Object>> lookUps) {
        var settings = StackRun.settings("dev", layeredOn(Map.of(
                "network", Map.of("vpcId", "vpc-1", "publicSubnetIds", List.of("subnet-9"),
                        "privateSubnetIds", List.of("subnet-1", "subnet-2")))));
        return StackRun.of("dev", settings, false, StackRun.LOCATION, Map.of(), lookUps);
    }

    private static Map<String, Object> plausible(String token, Map<String, Object> args) {
        var id = String.valueOf(args.get("id"));
        return switch (token.substring(token.lastIndexOf(':') + 1)) {
            case "getVpc" -> Map.of("id", id, "cidrBlock", "10.9.0.0/16", "enableDnsSupport", true,
                    "enableDnsHostnames", true, "mainRouteTableId", "rtb-main");
            case "getSubnet" -> Map.of("id", id, "vpcId", "vpc-1",
                    "availabilityZone", "eu-west-1" + (char) ('a' + id.charAt(id.length() - 1) % 3));
            case "getRouteTable" -> Map.of("id", "rtb-1", "routes", List.of());
            case "getVpcEndpoint" -> Map.of("id", "vpce-1", "state", "available");
            default -> throw new IllegalStateException("no answer for " + token);
        };
    }

    private static Map<String, Object> noLookUp(String token, Map<String, Object> args) {
        throw new IllegalStateException("no answer for " + token);
    }

    private static StackRun layered(Map<String, Object> changes, boolean preview, Map<String, Map<String, Object>> refs) {
        return StackRun.of("dev", StackRun.settings("dev", layeredOn(changes)), preview, StackRun.LOCATION, refs,
                LayersTest::noLookUp);
    }

    private static Map<String, Object> layeredOn(Map<String, Object> changes) {
        return new HashMap<>(changes);
    }

    private static String all(Throwable error) {
        var text = new StringBuilder();
        for (var at = error; at != null; at = at.getCause()) {
            text.append(at.getMessage()).append('\n');
        }
        return text.toString();
    }
}
