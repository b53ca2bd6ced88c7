package aurorapg.database;

import aurorapg.policy.PolicyDocument;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/** The role by which Enhanced Monitoring writes operating system metrics. */
final class MonitoringRole {

    private final Role role;
    private final RolePolicyAttachment attachment;

    MonitoringRole(DatabaseArgs args, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var roleName = args.naming().logical("monitoring-role");
        role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(args.naming().prefix("rds-monitor"))
                        .description("Enhanced Monitoring of stack " + args.naming().stack())
                        .assumeRolePolicy(PolicyDocument.assumedBy(
                                        "monitoring.rds.amazonaws.com", args.location().accountId())
                                .json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        attachment = new RolePolicyAttachment(
                args.naming().logical("monitoring-policy"),
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn("arn:%s:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
                                .formatted(args.location().partition()))
                        .build(),
                child);
    }

    Output<String> arn() {
        return role.arn();
    }

    /** What has to exist before an instance can use the role. */
    RolePolicyAttachment attachment() {
        return attachment;
    }
}
