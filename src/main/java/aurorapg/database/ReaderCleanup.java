package aurorapg.database;

import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The function that deletes the readers that autoscaling added, when the stack goes: AWS leaves them, and refuses to
 * delete a cluster that has instances.
 */
final class ReaderCleanup {

    /** The most Lambda gives; a reader's deletion takes minutes. */
    private static final int TIMEOUT_SECONDS = 900;

    private final Invocation call;

    ReaderCleanup(DatabaseArgs args, Output<String> clusterId, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var logName = args.naming().logical("reader-cleanup-log");
        var log = new LogGroup(
                logName,
                LogGroupArgs.builder()
                        .namePrefix("/aurora-postgres/" + args.naming().slug() + "/reader-cleanup-")
                        .retentionInDays(args.settings().logRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(logName))
                        .build(),
                child);
        var roleName = args.naming().logical("reader-cleanup-role");
        var role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(args.naming().prefix("cleanup"))
                        .description("Deletes autoscaling's readers of stack " + args.naming().stack())
                        .assumeRolePolicy(PolicyDocument.assumedByLambda().json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        var policy = new RolePolicy(
                args.naming().logical("reader-cleanup-policy"),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(Output.tuple(clusterId, log.arn()).applyValue(t -> policy(args, t.t1, t.t2).json()))
                        .build(),
                child);
        var functionName = args.naming().logical("reader-cleanup");
        var function = new Function(
                functionName,
                FunctionArgs.builder()
                        .name(clusterId.applyValue(id -> id + "-reader-cleanup"))
                        .description("Deletes autoscaling's readers when stack %s goes".formatted(args.naming().stack()))
                        .runtime("python3.13")
                        .architectures("arm64")
                        .handler("index.handler")
                        .code(new AssetArchive(Map.of("index.py", new StringAsset(script()))))
                        .timeout(TIMEOUT_SECONDS)
                        .role(role.arn())
                        .loggingConfig(FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(log.name()).build())
                        .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
                        .tags(args.tags().named(functionName))
                        .build(),
                CustomResourceOptions.builder().parent(parent).dependsOn(policy).deleteBeforeReplace(true).build());
        call = new Invocation(
                args.naming().logical("reader-cleanup-run"),
                InvocationArgs.builder()
                        .functionName(function.name())
                        .input(clusterId.applyValue("{\"cluster\":\"%s\"}"::formatted))
                        .lifecycleScope("CRUD")
                        .build(),
                child);
    }

    /** Called on destroy before the cluster goes. */
    Invocation call() {
        return call;
    }

    private static PolicyDocument policy(DatabaseArgs args, String clusterId, String logGroupArn) {
        return PolicyDocument.of(
                Statement.allow("SeeTheCluster")
                        .actions("rds:DescribeDBClusters")
                        .resources(args.location().arn("rds", "cluster:" + clusterId)),
                Statement.allow("DeleteAutoscalingsReaders")
                        .actions("rds:DeleteDBInstance")
                        .resources(args.location().arn("rds", "db:application-autoscaling-*")),
                Statement.writeLog(logGroupArn),
                Statement.trace());
    }

    private static String script() {
        try (var in = ReaderCleanup.class.getResourceAsStream("reader-cleanup.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
