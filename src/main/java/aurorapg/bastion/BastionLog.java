package aurorapg.bastion;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** The log group of commands and logins, and what is counted in it. */
final class BastionLog {

    /**
     * One count, as data.
     *
     * @param metric the metric's name
     * @param pattern a CloudWatch filter pattern
     */
    record Count(String metric, String pattern) {}

    /** The words are those of {@code user-data.sh} (commands) and of sshd (logins and failures). */
    static final List<Count> COUNTS = List.of(
            new Count("SSHCommandCount", "\"bastion-command\""),
            new Count("SSHLoginCount", "\"sshd\" \"Accepted\""),
            new Count(
                    "BastionLoginFailureCount",
                    "?\"Failed password\" ?\"Failed publickey\" ?\"Invalid user\" ?\"Connection closed by authenticating user\""));

    private final LogGroup group;

    BastionLog(BastionArgs args, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var groupName = args.naming().logical("bastion-log");
        group = new LogGroup(
                groupName,
                LogGroupArgs.builder()
                        .namePrefix("/aurora-postgres/" + args.naming().slug() + "/bastion-")
                        .retentionInDays(args.settings().logRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(groupName))
                        .build(),
                child);
        for (var count : COUNTS) {
            new LogMetricFilter(
                    args.naming().logical("bastion-" + count.metric()),
                    LogMetricFilterArgs.builder()
                            .logGroupName(group.name())
                            .pattern(count.pattern())
                            .metricTransformation(LogMetricFilterMetricTransformationArgs.builder()
                                    .name(count.metric())
                                    .namespace("AuroraPostgres/Bastion/" + args.naming().stack())
                                    .value("1")
                                    .build())
                            .build(),
                    child);
        }
    }

    LogGroup group() {
        return group;
    }
}
