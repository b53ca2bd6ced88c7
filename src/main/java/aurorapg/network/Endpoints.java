package aurorapg.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** AWS services that private subnets reach without leaving the VPC: S3 and Secrets Manager. */
final class Endpoints {

    private static final int HTTPS = 443;

    private final SecurityGroup secretsAccess;
    private final VpcEndpoint secrets;

    Endpoints(NetworkArgs args, Output<String> vpcId, Subnets subnets, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var s3Name = args.naming().logical("s3-endpoint");
        new VpcEndpoint(
                s3Name,
                VpcEndpointArgs.builder()
                        .vpcId(vpcId)
                        // In every partition, China's too, the gateway's service has this prefix.
                        .serviceName("com.amazonaws." + args.location().region() + ".s3")
                        .vpcEndpointType("Gateway")
                        .routeTableIds(subnets.privateTableIds())
                        .tags(args.tags().named(s3Name))
                        .build(),
                child);
        var accessName = args.naming().logical("secrets-endpoint-access");
        secretsAccess = new SecurityGroup(
                accessName,
                SecurityGroupArgs.builder()
                        .namePrefix(args.naming().prefix("secrets"))
                        .description("Secrets Manager endpoint of stack " + args.naming().stack())
                        .vpcId(vpcId)
                        .tags(args.tags().named(accessName))
                        .build(),
                child);
        var ruleName = args.naming().logical("secrets-endpoint-from-vpc");
        new SecurityGroupIngressRule(
                ruleName,
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(secretsAccess.id())
                        .cidrIpv4(args.settings().cidr())
                        .ipProtocol("tcp")
                        .fromPort(HTTPS)
                        .toPort(HTTPS)
                        .description("HTTPS from inside the VPC")
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
        var secretsName = args.naming().logical("secrets-endpoint");
        secrets = new VpcEndpoint(
                secretsName,
                VpcEndpointArgs.builder()
                        .vpcId(vpcId)
                        .serviceName("%s.%s.secretsmanager".formatted(
                                args.location().reverseDnsPrefix(), args.location().region()))
                        .vpcEndpointType("Interface")
                        .privateDnsEnabled(true)
                        .subnetIds(subnets.privateIds())
                        .securityGroupIds(secretsAccess.id().applyValue(List::of))
                        .tags(args.tags().named(secretsName))
                        .build(),
                child);
    }

    VpcEndpoint secrets() {
        return secrets;
    }

    Output<String> secretsGroupId() {
        return secretsAccess.id();
    }
}
