package aurorapg.bastion;

import aurorapg.network.NetworkAclPlan;
import com.pulumi.aws.ec2.NetworkAclRule;
import com.pulumi.aws.ec2.NetworkAclRuleArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/** SSH from the configured blocks; out to AWS' services and package repositories. A database adds the way to its port. */
final class BastionAccess {

    private static final int SSH = 22;

    private final SecurityGroup group;

    BastionAccess(BastionArgs args, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical("bastion-access");
        group = new SecurityGroup(
                groupName,
                SecurityGroupArgs.builder()
                        .namePrefix(args.naming().prefix("bastion"))
                        .description("Bastion of stack " + args.naming().stack())
                        .vpcId(args.vpcId())
                        .tags(args.tags().named(groupName))
                        .build(),
                child);
        for (var cidr : args.settings().accessCidrs()) {
            var ruleName = args.naming().logical("bastion-ssh-from-" + cidr);
            new SecurityGroupIngressRule(
                    ruleName,
                    SecurityGroupIngressRuleArgs.builder()
                            .securityGroupId(group.id())
                            .cidrIpv4(cidr)
                            .ipProtocol("tcp")
                            .fromPort(SSH)
                            .toPort(SSH)
                            .description("SSH from a configured block")
                            .tags(args.tags().named(ruleName))
                            .build(),
                    child);
        }
        for (int port : new int[] {80, 443}) {
            var ruleName = args.naming().logical("bastion-out-" + port);
            new SecurityGroupEgressRule(
                    ruleName,
                    SecurityGroupEgressRuleArgs.builder()
                            .securityGroupId(group.id())
                            .cidrIpv4("0.0.0.0/0")
                            .ipProtocol("tcp")
                            .fromPort(port)
                            .toPort(port)
                            .description("AWS services and package repositories")
                            .tags(args.tags().named(ruleName))
                            .build(),
                    child);
        }
        args.publicNetworkAclId().ifPresent(acl -> entries(args, acl, child));
    }

    private static void entries(BastionArgs args, Output<String> acl, CustomResourceOptions child) {
        var first = args.sharedAcl()
                ? NetworkAclPlan.sharedBastionEntriesFrom(args.naming().stack())
                : NetworkAclPlan.BASTION_ENTRIES_FROM;
        for (var entry : NetworkAclPlan.sshEntries(args.settings().accessCidrs(), first)) {
            new NetworkAclRule(
                    args.naming().logical("bastion-acl-%s-%d".formatted(entry.egress() ? "out" : "in", entry.number())),
                    NetworkAclRuleArgs.builder()
                            .networkAclId(acl)
                            .ruleNumber(entry.number())
                            .egress(entry.egress())
                            .protocol(entry.protocol())
                            .ruleAction("allow")
                            .cidrBlock(entry.cidr())
                            .fromPort(entry.fromPort())
                            .toPort(entry.toPort())
                            .build(),
                    child);
        }
    }

    Output<String> groupId() {
        return group.id();
    }
}
