package aurorapg.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Collectors;

/** The JSON Schema by which editors complete and check {@code Pulumi.<stack>.yaml}. */
public final class JsonSchema {

    private JsonSchema() {}

    /**
     * The schema of a whole stack file; what it cannot say (rules across keys) the program still says.
     *
     * @param project the namespace of our keys; keys of other namespaces are left alone
     */
    public static String of(String project) {
        var config = object("", project + ":");
        config.remove("additionalProperties");
        // No other key of our namespace; those of others, such as aws:region, as they are.
        var foreign = new JsonObject();
        foreign.addProperty("pattern", "^(?:(?!" + project + ":).*|" + config.getAsJsonObject("properties").keySet().stream()
                .collect(Collectors.joining("|")) + ")$");
        config.add("propertyNames", foreign);
        var properties = new JsonObject();
        properties.add("config", config);
        var schema = new JsonObject();
        schema.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
        schema.addProperty("title", "Stack configuration of " + project);
        schema.addProperty("type", "object");
        schema.add("properties", properties);
        schema.add("required", ValueType.array("config"));
        return Json.pretty(schema);
    }

    private static JsonObject object(String path, String prefix) {
        var properties = new JsonObject();
        var required = new JsonArray();
        Configuration.within(path).stream().filter(key -> key.notBuilt().isEmpty()).forEach(key -> {
            properties.add(prefix + key.name(), property(key));
            if (key.required()) {
                required.add(prefix + key.name());
            }
        });
        var schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("properties", properties);
        if (!required.isEmpty()) {
            schema.add("required", required);
        }
        schema.addProperty("additionalProperties", false);
        return schema;
    }

    private static JsonObject property(Key<?> key) {
        JsonObject schema = key.type() == (ValueType<?>) ValueType.SECTION
                ? object(key.path(), "")
                : key.type().schema().deepCopy();
        if (!key.type().notBuilt().isEmpty()) {
            var later = new JsonArray();
            key.type().notBuilt().keySet().forEach(later::add);
            var values = new JsonObject();
            values.add("enum", later);
            schema.add("not", values);
        }
        schema.addProperty("description", "%s: %s. Default: %s".formatted(
                key.description(), key.type().allowed(), key.defaultInWords()));
        if (!key.defaults().isEmpty() && !key.differsByStage()) {
            JsonElement value = key.defaults().get(Stage.DEV);
            schema.add("default", value);
        }
        return schema;
    }
}
