package aurorapg.plan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Registration SUBNET = one("aws:ec2/subnet:Subnet", "private", "{'cidrBlock':'10.0.0.0/25'}");

    @Test
    void every_instance_may_come_to_lie_in_the_same_subnet() {
        var resources = new ArrayList<>(List.of(
                SUBNET, one("aws:rds/subnetGroup:SubnetGroup", "group", "{'subnetIds':['<private>','<other>']}"),
                one("aws:rds/clusterInstance:ClusterInstance", "1", "{}"),
                one("aws:rds/clusterInstance:ClusterInstance", "2", "{}"),
                one("aws:lambda/function:Function", "f", "{'vpcConfig':{'subnetIds':['<private>']}}"),
                one("aws:ec2/vpcEndpoint:VpcEndpoint", "e", "{'subnetIds':['<private>']}")));
        assertEquals(List.of(new Addresses("private", "10.0.0.0/25", 123, 4, (123 - 4) / 3)), Addresses.of(resources));
        resources.add(one("aws:rds/proxy:Proxy", "p", "{'vpcSubnetIds':['<private>']}"));
        resources.add(one("aws:appautoscaling/target:Target", "t", "{'maxCapacity':15}"));
        assertEquals(
                List.of(new Addresses("private", "10.0.0.0/25", 123, 28, (123 - 28) / 27)), Addresses.of(resources),
                "fifteen readers and a writer, function, endpoint, ten for the proxy");
    }

    @Test
    void subnet_without_a_database_says_nothing_of_databases() {
        assertEquals(
                List.of(new Addresses("private", "10.0.0.0/25", 123, 1, -1)),
                Addresses.of(List.of(SUBNET, one("aws:ec2/natGateway:NatGateway", "n", "{'subnetId':'<private>'}"))));
    }

    private static Registration one(String type, String name, String inputs) {
        return new Registration("urn:" + name, type, name, "", true,
                JsonParser.parseString(inputs.replace('\'', '"')).getAsJsonObject(), List.of(), false, false, List.of());
    }
}
