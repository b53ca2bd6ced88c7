package aurorapg.network;

import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclArgs;
import com.pulumi.aws.ec2.NetworkAclRule;
import com.pulumi.aws.ec2.NetworkAclRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** The two network ACLs; entries are resources of their own, so that a bastion can add to them. */
final class NetworkAcls {

    /** ICMP type "destination unreachable". */
    private static final int UNREACHABLE = 3;

    /** ICMP code "fragmentation needed". */
    private static final int FRAGMENTATION_NEEDED = 4;

    private final NetworkArgs args;
    private final CustomResourceOptions child;
    private final NetworkAcl publicAcl;

    NetworkAcls(
            NetworkArgs args,
            Output<String> vpcId,
            Output<List<String>> publicSubnetIds,
            Output<List<String>> privateSubnetIds,
            Resource parent) {
        this.args = args;
        child = CustomResourceOptions.builder().parent(parent).build();
        var cidr = args.settings().cidr();
        publicAcl = acl("public-acl", vpcId, publicSubnetIds, NetworkAclPlan.ofPublic(cidr));
        acl("private-acl", vpcId, privateSubnetIds, NetworkAclPlan.ofPrivate(cidr));
    }

    Output<String> publicAclId() {
        return publicAcl.id();
    }

    private NetworkAcl acl(String part, Output<String> vpcId, Output<List<String>> subnetIds, List<AclEntry> entries) {
        var aclName = args.naming().logical(part);
        var acl = new NetworkAcl(
                aclName,
                NetworkAclArgs.builder().vpcId(vpcId).subnetIds(subnetIds).tags(args.tags().named(aclName)).build(),
                child);
        for (var entry : entries) {
            var direction = entry.egress() ? "out" : "in";
            var rule = NetworkAclRuleArgs.builder()
                    .networkAclId(acl.id())
                    .ruleNumber(entry.number())
                    .egress(entry.egress())
                    .protocol(entry.protocol())
                    .ruleAction("allow")
                    .cidrBlock(entry.cidr());
            if (entry.protocol().equals("icmp")) {
                rule.icmpType(UNREACHABLE).icmpCode(FRAGMENTATION_NEEDED);
            } else {
                rule.fromPort(entry.fromPort()).toPort(entry.toPort());
            }
            new NetworkAclRule("%s-%s-%d".formatted(aclName, direction, entry.number()), rule.build(), child);
        }
        return acl;
    }
}
