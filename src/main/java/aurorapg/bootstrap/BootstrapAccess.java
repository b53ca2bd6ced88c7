package aurorapg.bootstrap;

import aurorapg.network.UsedNetwork.SecretsManagerWay;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the function reaches: the cluster's port and the Secrets Manager endpoint. Nothing reaches the function. */
final class BootstrapAccess {

    private static final int HTTPS = 443;

    private final BootstrapArgs args;
    private final CustomResourceOptions child;
    private final SecurityGroup group;
    private final List<Resource> rules;

    BootstrapAccess(BootstrapArgs args, BootstrapRole role, Resource parent) {
        this.args = args;
        child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical("bootstrap-access");
        group = new SecurityGroup(
                groupName,
                SecurityGroupArgs.builder()
                        .namePrefix(args.naming().prefix("bootstrap"))
                        .description("Bootstrap function of stack " + args.naming().stack())
                        .vpcId(args.vpcId())
                        .tags(args.tags().named(groupName))
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        // On destroy the group goes when Lambda has let go of its interfaces, for which it needs the role.
                        .dependsOn(role.policy())
                        .build());
        var cluster = args.database().securityGroupId();
        rules = List.of(
                egress("cluster", args.database().port(), "PostgreSQL", rule -> rule.referencedSecurityGroupId(cluster)),
                egress("secrets-endpoint", Output.of(HTTPS), "Secrets Manager", rule ->
                        args.secretsManager() instanceof SecretsManagerWay.Endpoint own
                                ? rule.referencedSecurityGroupId(own.groupId())
                                : rule.cidrIpv4(((SecretsManagerWay.Addresses) args.secretsManager()).cidr())),
                ingress(cluster, args.database().port()));
    }

    Output<String> groupId() {
        return group.id();
    }

    /** What has to exist before the function can do its work. */
    List<Resource> rules() {
        return rules;
    }

    private SecurityGroupEgressRule egress(
            String to, Output<Integer> port, String what, UnaryOperator<SecurityGroupEgressRuleArgs.Builder> target) {
        var ruleName = args.naming().logical("bootstrap-to-" + to);
        return new SecurityGroupEgressRule(
                ruleName,
                target.apply(SecurityGroupEgressRuleArgs.builder())
                        .securityGroupId(group.id())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("Bootstrap function to " + what)
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
    }

    private SecurityGroupIngressRule ingress(Output<String> cluster, Output<Integer> port) {
        var ruleName = args.naming().logical("cluster-from-bootstrap");
        return new SecurityGroupIngressRule(
                ruleName,
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(cluster)
                        .referencedSecurityGroupId(group.id())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("Bootstrap function to PostgreSQL")
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
    }
}
