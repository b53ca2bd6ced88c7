package aurorapg;

import aurorapg.location.Location;
import aurorapg.settings.ConfigurationReader;
import aurorapg.settings.Settings;
import com.google.gson.Gson;
import com.pulumi.core.Output;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.Yaml;

/** A run of the whole program under mocks: what it registered with which inputs and options, and its outputs. */
final class StackRun {

    static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d");

    static final Location LOCATION = new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", ZONES);

    /** Values that AWS would decide, by type and property. */
    private static final Map<String, Map<String, Object>> DECIDED = Map.of(
            "random:index/randomId:RandomId", Map.of("hex", "0a1b2c3d"),
            "aws:ec2/eip:Eip", Map.of("publicIp", "198.51.100.7", "allocationId", "eipalloc-1"),
            "aws:rds/cluster:Cluster",
                    Map.of(
                            "endpoint", "writer.example", "readerEndpoint", "reader.example",
                            "masterUserSecrets", List.of(Map.of("secretArn", "arn:aws:secretsmanager:secret")),
                            "databaseName", "snapshotdb", "masterUsername", "snapshotuser",
                            "clusterResourceId", "cluster-ABC"),
            "aws:lambda/invocation:Invocation", Map.of("result", "{\"created\":[]}"),
            "aws:ec2/launchTemplate:LaunchTemplate", Map.of("latestVersion", 1));

    /** One registration. */
    record Registered(String type, String name, Map<String, Object> inputs) {}

    final Map<String, Registered> byName = new TreeMap<>();
    final Map<String, ResourceOptions> options = new HashMap<>();
    TestResult result;

    static Map<String, Object> stackFile(String stack) {
        try {
            Map<String, Map<String, Object>> file =
                    new Yaml().load(Files.readString(Path.of("Pulumi." + stack + ".yaml")));
            return new LinkedHashMap<>(file.get("config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a stack file with some keys set; a path ending in nothing but a top-level key replaces the object. */
    @SuppressWarnings("unchecked")
    static Settings settings(String stack, Map<String, Object> changes) {
        var config = stackFile(stack);
        changes.forEach((path, value) -> {
            var steps = path.split("\\.");
            Map<String, Object> at = config;
            for (int i = 0; i < steps.length - 1; i++) {
                var key = i == 0 ? "aurora-postgres:" + steps[0] : steps[i];
                at = (Map<String, Object>) at.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
            }
            var last = steps.length == 1 ? "aurora-postgres:" + steps[0] : steps[steps.length - 1];
            if (value == null) {
                at.remove(last);
            } else {
                at.put(last, value);
            }
        });
        var pulumi = new HashMap<String, String>();
        config.forEach((key, value) -> pulumi.put(
                key, value instanceof Map || value instanceof List ? new Gson().toJson(value) : String.valueOf(value)));
        return ConfigurationReader.read("aurora-postgres", pulumi);
    }

    static StackRun of(String stack, boolean preview) {
        return of(stack, settings(stack, Map.of()), preview, LOCATION);
    }

    static StackRun of(String stack, Settings settings, boolean preview, Location location) {
        return of(stack, settings, preview, location, Map.of(), (function, args) -> {
            throw new IllegalStateException("no answer for " + function);
        });
    }

    /**
     * A run amid what is there already.
     *
     * @param refs outputs of other stacks
     * @param lookUps answers to the program's questions by function and arguments
     */
    static StackRun of(
            String stack, Settings settings, boolean preview, Location location, Map<String, Map<String, Object>> refs,
            BiFunction<String, Map<String, Object>, Map<String, Object>> lookUps) {
        var run = new StackRun();
        var options = TestOptions.builder()
                .projectName("aurora-postgres")
                .stackName(stack)
                .preview(preview)
                .resourceTransformations(List.of(args -> {
                    run.options.put(args.resource().pulumiResourceName(), args.options());
                    return Optional.empty();
                }))
                .build();
        Mocks mocks = new Mocks() {
            @Override
            public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
                if (args.type.equals("pulumi:pulumi:StackReference")) {
                    return CompletableFuture.completedFuture(new ResourceResult(
                            Optional.of(args.name), Map.of("name", args.name, "outputs", refs.getOrDefault(args.name, Map.of()))));
                }
                synchronized (run.byName) {
                    if (run.byName.put(args.name, new Registered(args.type, args.name, args.inputs)) != null) {
                        throw new IllegalStateException("registered twice: " + args.name);
                    }
                }
                var state = new HashMap<String, Object>();
                if (!preview) {
                    state.put("arn", "arn:aws:" + args.name);
                    state.put("name", args.name);
                    state.putAll(DECIDED.getOrDefault(args.type, Map.of()));
                }
                state.putAll(args.inputs);
                return CompletableFuture.completedFuture(
                        new ResourceResult(preview ? Optional.empty() : Optional.of(args.name + "-id"), state));
            }

            @Override
            public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
                return CompletableFuture.completedFuture(lookUps.apply(args.token, args.args));
            }
        };
        run.result = PulumiTest.withOptions(options)
                .withMocks(mocks)
                .runTest(context -> App.deploy(context, settings, location, Path.of("")))
                .throwOnError();
        PulumiTest.cleanup();
        return run;
    }

    /** The inputs of a resource by its logical name without the stack's. */
    Map<String, Object> inputs(String stack, String part) {
        var registered = byName.get(stack + "-" + part);
        if (registered == null) {
            throw new AssertionError("no " + stack + "-" + part + " among " + byName.keySet());
        }
        return registered.inputs();
    }

    List<Registered> ofType(String type) {
        return byName.values().stream().filter(r -> r.type().equals(type)).toList();
    }

    /** The value of a stack output; fails when it is unknown. */
    Object output(String name) {
        Output<?> output = result.outputs().get(name);
        if (output == null) {
            throw new AssertionError("no output " + name + " among " + result.outputs().keySet());
        }
        return PulumiValues.of(output);
    }
}
