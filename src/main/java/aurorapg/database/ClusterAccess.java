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

/** Who reaches the cluster's port: the bastion and the configured groups and blocks. Nothing leaves the cluster. */
final class ClusterAccess {

    private final DatabaseArgs args;
    private final CustomResourceOptions child;
    private final SecurityGroup group;

    ClusterAccess(DatabaseArgs args, Resource parent) {
        this.args = args;
        child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical("cluster-access");
        group = new SecurityGroup(
                groupName,
                SecurityGroupArgs.builder()
                        .namePrefix(args.naming().prefix("cluster"))
                        .description("Aurora PostgreSQL cluster of stack " + args.naming().stack())
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
        var ruleName = args.naming().logical("bastion-to-cluster");
        new SecurityGroupEgressRule(
                ruleName,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(bastion)
                        .referencedSecurityGroupId(group.id())
                        .ipProtocol("tcp")
                        .fromPort(args.settings().port())
                        .toPort(args.settings().port())
                        .description("psql and forwarded ports to the cluster")
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
    }

    private void ingress(
            String part,
            String description,
            UnaryOperator<SecurityGroupIngressRuleArgs.Builder> source) {
        var ruleName = args.naming().logical("cluster-" + part);
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
