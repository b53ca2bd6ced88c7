package aurorapg.network;

import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/** Who talked to whom in the VPC, in CloudWatch. */
final class FlowLogs {

    /** The longer of AWS' two intervals: a tenth of the records, and enough for an investigation. */
    private static final int INTERVAL_SECONDS = 600;

    FlowLogs(NetworkArgs args, Output<String> vpcId, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical("flow-logs");
        // A prefix: records that arrive after a destroy make AWS create the group again, which must not block the next up.
        var group = new LogGroup(
                groupName,
                LogGroupArgs.builder()
                        .namePrefix("/aws/vpc/flow-logs/" + args.naming().slug() + "-")
                        .retentionInDays(args.settings().flowLogRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(groupName))
                        .build(),
                child);
        var roleName = args.naming().logical("flow-logs-role");
        var role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(args.naming().prefix("flow-logs"))
                        .description("Flow logs of stack " + args.naming().stack())
                        .assumeRolePolicy(PolicyDocument.assumedBy(
                                        "vpc-flow-logs.amazonaws.com", args.location().accountId())
                                .json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        new RolePolicy(
                args.naming().logical("flow-logs-policy"),
                RolePolicyArgs.builder()
                        .namePrefix(args.naming().prefix("flow-logs"))
                        .role(role.id())
                        .policy(group.arn().applyValue(arn -> writesTo(arn).json()))
                        .build(),
                child);
        new FlowLog(
                args.naming().logical("flow-log"),
                FlowLogArgs.builder()
                        .vpcId(vpcId)
                        .trafficType("ALL")
                        .logDestinationType("cloud-watch-logs")
                        .logDestination(group.arn())
                        .iamRoleArn(role.arn())
                        .maxAggregationInterval(INTERVAL_SECONDS)
                        .tags(args.tags().named(args.naming().logical("flow-log")))
                        .build(),
                child);
    }

    static PolicyDocument writesTo(String groupArn) {
        return PolicyDocument.of(Statement.allow("WriteFlowLogs")
                .actions("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams")
                .resources(groupArn, groupArn + ":*"));
    }
}
