package aurorapg.plan.engine;

import aurorapg.App;
import aurorapg.DeploymentLoop;
import aurorapg.location.LocationLookup;
import aurorapg.settings.Settings;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/**
 * What the program registers, seen by running it against an engine of our own.
 *
 * @param resources everything registered, components and the stack included, in an order that does not change
 * @param outputs the stack's outputs, made-up identifiers replaced by the resource's name
 */
public record ProgramRun(List<Registration> resources, JsonObject outputs) {

    /** The program refused: what it said. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Runs the program.
     *
     * @param project the project's name
     * @param stack the stack's name
     * @param settings the stack's settings
     * @param region where it is
     * @param answers templates of computed properties, by type
     * @param directory the folder of Pulumi.yaml
     * @param refs outputs of other stacks by their fully qualified name
     * @throws Failed with the program's own words
     */
    public static ProgramRun of(
            String project, String stack, Settings settings, Region region, JsonObject answers, JsonObject refs,
            Path directory)
            throws Failed {
        // Else the SDK's own record of a failure is printed beside ours; it sets the level itself.
        LogManager.getLogManager().reset();
        DeploymentLoop.prepare();
        var made = new Answers(region, answers);
        var engine = new Engine(project, stack, made, refs);
        var exit = start(project, stack, settings, directory, engine, engine.monitor());
        if (exit != 0) {
            throw new Failed(engine.errors().stream().findFirst().map(ProgramRun::sentence)
                    .orElse("the program ended with " + exit));
        }
        var resources = new ArrayList<Registration>();
        engine.registered().forEach(one -> resources.add(new Registration(
                one.urn(), one.type(), one.name(), one.parent(), one.custom(),
                named(one.inputs(), made).getAsJsonObject(), one.dependencies(), one.protect(), one.retainOnDelete(),
                one.ignoreChanges(), one.propertyDependencies())));
        return new ProgramRun(List.copyOf(resources), named(engine.outputs(), made).getAsJsonObject());
    }

    /** Runs the program against both halves of an engine; the exit code. */
    static int start(
            String project, String stack, Settings settings, Path directory, BindableService engine, BindableService monitor) {
        try (var line = new InProcessLine(engine, monitor)) {
            return PulumiInternal.fromInline(
                    InlineDeploymentSettings.builder()
                            .monitorAddr(line.address()).engineAddr(line.address())
                            .project(project).stack(stack).organization("organization")
                            .isDryRun(false).config(ImmutableMap.of())
                            .build(),
                    StackOptions.Empty).runAsync(context -> App.deploy(context, settings, LocationLookup.ask(), directory)).join();
        }
    }

    /** What the SDK reports of a failure, without its lead, its stack trace and the protocol's status. */
    private static String sentence(String report) {
        return report.replaceFirst("(?s)^Running program .*? failed with an unhandled exception:\\s*", "")
                .replaceFirst("^io\\.grpc\\.StatusRuntimeException: [A-Z_]+: ", "")
                .replaceFirst("(?s)\\s*\\n\\tat .*", "").strip();
    }

    private static JsonElement named(JsonElement json, Answers answers) {
        if (json.isJsonObject()) {
            var object = new JsonObject();
            json.getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), named(entry.getValue(), answers)));
            return object;
        }
        if (json.isJsonArray()) {
            var array = new JsonArray();
            json.getAsJsonArray().forEach(item -> array.add(named(item, answers)));
            return array;
        }
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()
                ? new JsonPrimitive(answers.named(json.getAsString()))
                : json;
    }
}
