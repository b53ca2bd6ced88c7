package aurorapg.bootstrap;

import aurorapg.network.UsedNetwork.SecretsManagerWay;
import aurorapg.settings.BootstrapSettings;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.pulumi.asset.FileArchive;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The function that prepares the database for the application, and its call: once the writer is there, and again when
 * the code, the settings or the cluster's identity change; never on destroy.
 */
public final class Bootstrap extends ComponentResource {

    private static final String HANDLER = "aurorapg.bootstrap.BootstrapHandler";

    /** What the function has to wait for passes within minutes: a failover, a rotation, a name that is new. */
    private static final int TIMEOUT_SECONDS = 300;

    private static final int MEMORY_MB = 1024;

    /** A function that runs once in a while never gets to use the second compiler. */
    private static final String JVM_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final BootstrapSettings settings;
    private final Invocation invocation;

    public Bootstrap(String name, BootstrapArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:bootstrap:Bootstrap", name, options);
        settings = args.settings();
        var child = CustomResourceOptions.builder().parent(this).build();
        var logName = args.naming().logical("bootstrap-log");
        var log = new LogGroup(
                logName,
                LogGroupArgs.builder()
                        .namePrefix("/aurora-postgres/" + args.naming().slug() + "/bootstrap-")
                        .retentionInDays(args.logRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(logName))
                        .build(),
                child);
        var functionName = args.database().clusterIdentifier().applyValue(id -> id + "-bootstrap");
        var role = new BootstrapRole(args, functionName, log.arn(), this);
        var access = new BootstrapAccess(args, role, this);
        var function = function(args, functionName, log, role, access);
        var before = new ArrayList<Resource>(access.rules());
        before.add(args.database().writer());
        if (args.secretsManager() instanceof SecretsManagerWay.Endpoint own) {
            before.add(own.endpoint());
        }
        invocation = new Invocation(
                args.naming().logical("bootstrap-run"),
                InvocationArgs.builder()
                        .functionName(function.name())
                        .input(GSON.toJson(event(settings)))
                        .triggers(args.database().clusterResourceId().applyValue(
                                id -> inOrder("code", args.code().sha256(), "cluster", id)))
                        .lifecycleScope("CREATE_ONLY")
                        .build(),
                CustomResourceOptions.builder().parent(this).dependsOn(before.toArray(Resource[]::new)).build());
        registerOutputs(Map.of("result", invocation.result()));
    }

    /** The function's report, as JSON. */
    public Output<String> result() {
        return invocation.result();
    }

    /** The application's schema. */
    public Output<String> schema() {
        return Output.of(settings.schema());
    }

    /** The application's group roles and their logins. */
    public Output<Map<String, String>> roles() {
        return Output.of(inOrder(
                "owner", settings.ownerRole(), "ownerLogin", BootstrapSettings.login(settings.ownerRole()),
                "readWrite", settings.readWriteRole(), "readWriteLogin", BootstrapSettings.login(settings.readWriteRole()),
                "readOnly", settings.readOnlyRole(), "readOnlyLogin", BootstrapSettings.login(settings.readOnlyRole())));
    }

    private Function function(
            BootstrapArgs args, Output<String> functionName, LogGroup log, BootstrapRole role, BootstrapAccess access) {
        var database = args.database();
        var name = args.naming().logical("bootstrap-function");
        var environment = Output.tuple(database.masterSecretArn(), database.endpoint(), database.port(), database.databaseName())
                .applyValue(t -> inOrder(
                        "MASTER_SECRET_ARN", t.t1,
                        "CLUSTER_ENDPOINT", t.t2,
                        "CLUSTER_PORT", String.valueOf(t.t3),
                        "DATABASE_NAME", t.t4,
                        "JAVA_TOOL_OPTIONS", JVM_OPTIONS));
        return new Function(
                name,
                FunctionArgs.builder()
                        .name(functionName)
                        .description("Prepares the database of stack " + args.naming().stack())
                        .runtime("java21")
                        .architectures("arm64")
                        .handler(HANDLER)
                        .code(new FileArchive(args.code().path()))
                        .sourceCodeHash(args.code().sha256())
                        .timeout(TIMEOUT_SECONDS)
                        .memorySize(MEMORY_MB)
                        .role(role.arn())
                        .kmsKeyArn(args.kmsKeyArn())
                        .environment(FunctionEnvironmentArgs.builder().variables(environment).build())
                        .vpcConfig(FunctionVpcConfigArgs.builder()
                                .subnetIds(args.privateSubnetIds())
                                .securityGroupIds(access.groupId().applyValue(List::of))
                                .build())
                        .loggingConfig(FunctionLoggingConfigArgs.builder()
                                .logFormat("JSON")
                                .logGroup(log.name())
                                .build())
                        .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
                        .tags(args.tags().named(name))
                        .build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .dependsOn(role.policy())
                        // Its name is fixed, so two cannot be there at once.
                        .deleteBeforeReplace(true)
                        .build());
    }

    private static Map<String, Object> event(BootstrapSettings settings) {
        Map<String, Object> event = new LinkedHashMap<>(inOrder(
                "schema", settings.schema(), "ownerRole", settings.ownerRole(),
                "readWriteRole", settings.readWriteRole(), "readOnlyRole", settings.readOnlyRole()));
        event.put("extensions", settings.extensions());
        return event;
    }

    private static Map<String, String> inOrder(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
