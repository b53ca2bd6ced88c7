package aurorapg.plan;

import aurorapg.plan.compare.Comparison;
import aurorapg.plan.engine.Registration;
import aurorapg.settings.Setting;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the program would register for a stack; its JSON is a plan's JSON form.
 *
 * @param schemaVersion version of the JSON's schema, see {@code schema/plan.schema.json}
 * @param stack the stack's name
 * @param stage the stage's label, such as {@code pre-prod}
 * @param region the region's name
 * @param settings every setting in the order of the README's table
 * @param resources every resource, components and the stack included, ordered by URN
 * @param warnings what deserves a word and is no error
 * @param bootstrap what the bootstrap function would run in a new database, line by line; empty without one
 * @param outputs the stack's outputs; {@code <name>} stands for what AWS decides of the resource of that name
 */
public record Plan(
        int schemaVersion,
        String stack,
        String stage,
        String region,
        List<Setting> settings,
        List<Registration> resources,
        List<String> warnings,
        List<String> bootstrap,
        JsonObject outputs) {

    /** The version of the schema that this program writes, and the newest that it reads. */
    public static final int SCHEMA_VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().serializeNulls().create();

    /** The JSON form, ending in a line break; with a comparison as its last member when there is one. */
    public String json(Optional<Comparison> comparison) {
        var json = GSON.toJsonTree(this).getAsJsonObject();
        comparison.ifPresent(found -> json.add("comparison", GSON.toJsonTree(found)));
        return GSON.toJson(json) + "\n";
    }

    /**
     * A plan from its JSON form.
     *
     * @throws IllegalArgumentException with one sentence when the text is not a plan or one of a newer schema
     */
    public static Plan parse(String json) {
        try {
            var version = GSON.fromJson(json, JsonObject.class).get("schemaVersion").getAsInt();
            if (version > SCHEMA_VERSION) {
                throw new IllegalArgumentException(
                        "is a plan of schema %d, this program reads up to %d".formatted(version, SCHEMA_VERSION));
            }
            var plan = GSON.fromJson(json, Plan.class);
            if (plan.stack == null || plan.settings == null || plan.resources == null || plan.outputs == null
                    || plan.resources.stream().anyMatch(one -> one.urn() == null || one.inputs() == null)) {
                throw new IllegalArgumentException("is not a plan");
            }
            return plan;
        } catch (com.google.gson.JsonParseException | NullPointerException | ClassCastException
                | NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new IllegalArgumentException("is not a plan");
        }
    }
}
