package aurorapg.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/** The ways out: the internet gateway for public subnets, NAT gateways for private ones. */
final class Egress {

    private static final String ANYWHERE = "0.0.0.0/0";

    private final List<Eip> addresses = new ArrayList<>();

    Egress(NetworkArgs args, Output<String> vpcId, Subnets subnets, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var gatewayName = args.naming().logical("internet-gateway");
        var gateway = new InternetGateway(
                gatewayName,
                InternetGatewayArgs.builder().vpcId(vpcId).tags(args.tags().named(gatewayName)).build(),
                child);
        new Route(
                args.naming().logical("public-default-route"),
                RouteArgs.builder()
                        .routeTableId(subnets.publicTable().id())
                        .destinationCidrBlock(ANYWHERE)
                        .gatewayId(gateway.id())
                        .build(),
                child);
        var count = switch (args.settings().natGateways()) {
            case PER_AZ -> ZonePlan.ZONES;
            case SINGLE -> 1;
            case NONE -> 0;
        };
        var gateways = new ArrayList<NatGateway>();
        for (int number = 1; number <= count; number++) {
            var addressName = args.naming().logical("nat-address-" + number);
            var address = new Eip(
                    addressName, EipArgs.builder().domain("vpc").tags(args.tags().named(addressName)).build(), child);
            addresses.add(address);
            var natName = args.naming().logical("nat-" + number);
            gateways.add(new NatGateway(
                    natName,
                    NatGatewayArgs.builder()
                            .allocationId(address.id())
                            .subnetId(subnets.publicSubnets().get(number - 1).id())
                            .tags(args.tags().named(natName))
                            .build(),
                    // AWS refuses a public NAT gateway in a VPC without an internet gateway.
                    CustomResourceOptions.builder().parent(parent).dependsOn(gateway).build()));
        }
        for (int number = 1; number <= ZonePlan.ZONES && count > 0; number++) {
            new Route(
                    args.naming().logical("private-default-route-" + number),
                    RouteArgs.builder()
                            .routeTableId(subnets.privateTables().get(number - 1).id())
                            .destinationCidrBlock(ANYWHERE)
                            .natGatewayId(gateways.get(Math.min(number, count) - 1).id())
                            .build(),
                    child);
        }
    }

    Output<List<String>> natAddresses() {
        return Output.all(addresses.stream().map(Eip::publicIp).toList());
    }
}
