package aurorapg.network;

import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/** Three public subnets with a route table in common, three private ones with one each. */
final class Subnets {

    private final NetworkArgs args;
    private final Output<String> vpcId;
    private final Resource parent;
    private final CustomResourceOptions child;
    private final List<Subnet> publicSubnets = new ArrayList<>();
    private final List<Subnet> privateSubnets = new ArrayList<>();
    private final RouteTable publicTable;
    private final List<RouteTable> privateTables = new ArrayList<>();

    Subnets(NetworkArgs args, Output<String> vpcId, Resource parent) {
        this.args = args;
        this.vpcId = vpcId;
        this.parent = parent;
        child = CustomResourceOptions.builder().parent(parent).build();
        var plan = SubnetPlan.of(args.settings().cidr());
        publicTable = table("public-routes");
        for (int number = 1; number <= ZonePlan.ZONES; number++) {
            var zone = args.zones().get(number - 1);
            var open = subnet("public-" + number, plan.publicCidrs().get(number - 1), zone);
            associate("public-" + number, open, publicTable);
            publicSubnets.add(open);
            var closed = subnet("private-" + number, plan.privateCidrs().get(number - 1), zone);
            var table = table("private-routes-" + number);
            associate("private-" + number, closed, table);
            privateSubnets.add(closed);
            privateTables.add(table);
        }
    }

    List<Subnet> publicSubnets() {
        return publicSubnets;
    }

    RouteTable publicTable() {
        return publicTable;
    }

    List<RouteTable> privateTables() {
        return privateTables;
    }

    Output<List<String>> publicIds() {
        return Output.all(publicSubnets.stream().map(Subnet::id).toList());
    }

    Output<List<String>> privateIds() {
        return Output.all(privateSubnets.stream().map(Subnet::id).toList());
    }

    Output<List<String>> privateTableIds() {
        return Output.all(privateTables.stream().map(RouteTable::id).toList());
    }

    private Subnet subnet(String part, String cidr, String zone) {
        var options = CustomResourceOptions.builder().parent(parent);
        if (args.settings().availabilityZones().isEmpty()) {
            // The region's list decides once: a zone that appears or vanishes later must not replace a subnet in use.
            options.ignoreChanges("availabilityZone");
        }
        var subnetName = args.naming().logical(part);
        return new Subnet(
                subnetName,
                SubnetArgs.builder()
                        .vpcId(vpcId)
                        .cidrBlock(cidr)
                        .availabilityZone(zone)
                        .mapPublicIpOnLaunch(false)
                        .tags(args.tags().named(subnetName))
                        .build(),
                options.build());
    }

    private RouteTable table(String part) {
        var tableName = args.naming().logical(part);
        return new RouteTable(
                tableName,
                RouteTableArgs.builder().vpcId(vpcId).tags(args.tags().named(tableName)).build(),
                child);
    }

    private void associate(String part, Subnet subnet, RouteTable table) {
        new RouteTableAssociation(
                args.naming().logical(part + "-association"),
                RouteTableAssociationArgs.builder().subnetId(subnet.id()).routeTableId(table.id()).build(),
                child);
    }
}
