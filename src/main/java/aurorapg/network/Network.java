package aurorapg.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A VPC over three Availability Zones. */
public final class Network extends ComponentResource {

    private final Vpc vpc;
    private final Subnets subnets;
    private final NetworkAcls acls;
    private final Egress egress;
    private final Endpoints endpoints;

    public Network(String name, NetworkArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:network:Network", name, options);
        var child = CustomResourceOptions.builder().parent(this).build();
        var vpcName = args.naming().logical("vpc");
        vpc = new Vpc(
                vpcName,
                VpcArgs.builder()
                        .cidrBlock(args.settings().cidr())
                        .enableDnsSupport(true)
                        .enableDnsHostnames(true)
                        .tags(args.tags().named(vpcName))
                        .build(),
                child);
        subnets = new Subnets(args, vpc.id(), this);
        acls = new NetworkAcls(args, vpc.id(), subnets.publicIds(), subnets.privateIds(), this);
        egress = new Egress(args, vpc.id(), subnets, this);
        endpoints = new Endpoints(args, vpc.id(), subnets, this);
        new FlowLogs(args, vpc.id(), this);
        // Adopted without rules: what is started without a group of its own reaches nothing.
        var defaultName = args.naming().logical("default-security-group");
        new DefaultSecurityGroup(
                defaultName,
                DefaultSecurityGroupArgs.builder().vpcId(vpc.id()).tags(args.tags().named(defaultName)).build(),
                child);
        registerOutputs(Map.of("vpcId", vpc.id()));
    }

    /** The VPC's id. */
    public Output<String> vpcId() {
        return vpc.id();
    }

    /** The VPC's IPv4 block. */
    public Output<String> vpcCidr() {
        return vpc.cidrBlock();
    }

    /** Ids of the public subnets, by zone. */
    public Output<List<String>> publicSubnetIds() {
        return subnets.publicIds();
    }

    /** Ids of the private subnets, by zone. */
    public Output<List<String>> privateSubnetIds() {
        return subnets.privateIds();
    }

    /** Ids of the private subnets' route tables, by zone. */
    public Output<List<String>> privateRouteTableIds() {
        return subnets.privateTableIds();
    }

    /** Id of the public subnets' network ACL, to which a bastion adds. */
    public Output<String> publicNetworkAclId() {
        return acls.publicAclId();
    }

    /** What the rest of the stack needs of it. */
    public UsedNetwork used() {
        return new UsedNetwork(
                vpcId(), publicSubnetIds(), privateSubnetIds(), Optional.of(publicNetworkAclId()),
                new UsedNetwork.SecretsManagerWay.Endpoint(endpoints.secrets(), endpoints.secretsGroupId()));
    }

    /** Public addresses of the NAT gateways; empty without any. */
    public Output<List<String>> natGatewayIps() {
        return egress.natAddresses();
    }
}
