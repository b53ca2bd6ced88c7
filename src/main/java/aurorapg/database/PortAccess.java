package aurorapg.database;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.function.UnaryOperator;

/** Who reaches the port of the cluster, or of its proxy: the bastion and the configured groups and blocks. */
final class PortAccess {

    private final DatabaseArgs args;
    private final String part;
    private final CustomResourceOptions child;
    private final SecurityGroup group;

    /**
     * @param part what the port is of, such as {@code cluster}
     * @param description the group's, which cannot change
     */
    PortAccess(DatabaseArgs args, String part, String description, Resource parent) {
        this.args = args;
        this.part = part;
        child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical(part + "-access");
        group = new SecurityGroup(
                groupName,
                SecurityGroupArgs.builder()
                        .namePrefix(args.naming().prefix(part))
                        .description(description)
                        .vpcId(args.vpcId())
                        .tags(args.tags().named(groupName))
                        .build(),
                child);
        args.bastionSecurityGroupId().ifPresent(this::openToBastion);
        for (var id : args.settings().accessSecurityGroupIds()) {
            ingress("from-" + id, "Configured security group", rule -> rule.referencedSecurityGroupId(id));
        }
        for (var cidr : args.settings().accessCidrs()) {
            ingress("from-" + cidr, "Configured block", rule -> rule.cidrIpv4(cidr));
        }
    }

    Output<String> groupId() {
        return group.id();
    }

    private void openToBastion(Output<String> bastion) {
        ingress("from-bastion", "Bastion", rule -> rule.referencedSecurityGroupId(bastion));
        var ruleName = args.naming().logical("bastion-to-" + part);
        new SecurityGroupEgressRule(
                ruleName,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(bastion)
                        .referencedSecurityGroupId(group.id())
                        .ipProtocol("tcp")
                        .fromPort(args.settings().port())
                        .toPort(args.settings().port())
                        .description("psql and forwarded ports to the " + part)
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
    }

    /** Lets somebody in. */
    void ingress(
            String from,
            String description,
            UnaryOperator<SecurityGroupIngressRuleArgs.Builder> source) {
        var ruleName = args.naming().logical(part + "-" + from);
        new SecurityGroupIngressRule(
                ruleName,
                source.apply(SecurityGroupIngressRuleArgs.builder())
                        .securityGroupId(group.id())
                        .ipProtocol("tcp")
                        .fromPort(args.settings().port())
                        .toPort(args.settings().port())
                        .description(description + " to PostgreSQL")
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
    }
}
