package aurorapg.bootstrap;

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
                egress("cluster", cluster, args.database().port(), "PostgreSQL"),
                egress("secrets-endpoint", args.secretsEndpointGroupId(), Output.of(HTTPS), "Secrets Manager"),
                ingress(cluster, args.database().port()));
    }

    Output<String> groupId() {
        return group.id();
    }

    /** What has to exist before the function can do its work. */
    List<Resource> rules() {
        return rules;
    }

    private SecurityGroupEgressRule egress(String to, Output<String> groupId, Output<Integer> port, String what) {
        var ruleName = args.naming().logical("bootstrap-to-" + to);
        return new SecurityGroupEgressRule(
                ruleName,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(group.id())
                        .referencedSecurityGroupId(groupId)
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
