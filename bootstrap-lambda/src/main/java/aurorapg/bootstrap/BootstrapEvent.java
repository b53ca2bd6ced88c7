package aurorapg.bootstrap;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the program asks for.
 *
 * @param schema the application's schema
 * @param ownerRole group that owns the schema and what is in it
 * @param readWriteRole group that reads and changes rows
 * @param readOnlyRole group that reads rows
 * @param extensions extensions to create, in this order
 */
record BootstrapEvent(
        String schema, String ownerRole, String readWriteRole, String readOnlyRole, List<String> extensions) {

    private static final Set<String> KEYS =
            Set.of("schema", "ownerRole", "readWriteRole", "readOnlyRole", "extensions");

    /** The three groups in the order in which they are made. */
    List<String> groups() {
        return List.of(ownerRole, readWriteRole, readOnlyRole);
    }

    /** The six roles: the groups and their logins. */
    List<String> roles() {
        return Stream.concat(groups().stream(), groups().stream().map(Names::loginOf)).toList();
    }

    boolean audits() {
        return extensions.contains("pgaudit");
    }

    /**
     * Reads the event strictly.
     *
     * @param json an object with exactly the keys {@code schema}, {@code ownerRole}, {@code readWriteRole},
     *         {@code readOnlyRole}, {@code extensions} (a list of strings)
     * @throws BootstrapException naming every key that is unknown, missing or wrong
     */
    static BootstrapEvent read(JsonObject json) {
        var wrong = new ArrayList<String>();
        json.keySet().stream().filter(key -> !KEYS.contains(key)).sorted()
                .forEach(key -> wrong.add("\"" + key + "\" is unknown"));
        var event = new BootstrapEvent(
                text(json, "schema", Names::wrongSchema, wrong),
                text(json, "ownerRole", Names::wrongRole, wrong),
                text(json, "readWriteRole", Names::wrongRole, wrong),
                text(json, "readOnlyRole", Names::wrongRole, wrong),
                extensions(json.get("extensions"), wrong));
        if (wrong.isEmpty() && new HashSet<>(event.roles()).size() < event.roles().size()) {
            wrong.add("\"ownerRole\", \"readWriteRole\" and \"readOnlyRole\" and their logins must differ: "
                    + String.join(", ", event.roles()));
        }
        if (!wrong.isEmpty()) {
            throw new BootstrapException("Step \"event\" failed: " + String.join("; ", wrong)
                    + "; correct database.bootstrap in the stack's configuration.");
        }
        return event;
    }

    /**
     * A JSON object, by the letter of the standard.
     *
     * @throws BootstrapException when the text is anything else; the message does not repeat the text
     */
    static JsonObject object(String what, String text) {
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            var json = JsonParser.parseReader(reader);
            if (json.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return json.getAsJsonObject();
            }
        } catch (IOException | JsonParseException e) {
            // Said below: the parser's own message repeats parts of the text.
        }
        throw new BootstrapException("Step \"" + what + "\" failed: the " + what
                + " is not a JSON object; correct it.");
    }

    private static String text(
            JsonObject json, String key, Function<String, Optional<String>> check, List<String> wrong) {
        var value = json.get(key);
        if (value == null) {
            wrong.add("\"" + key + "\" is missing");
        } else if (!isText(value)) {
            wrong.add("\"" + key + "\" is not a string");
        } else {
            check.apply(value.getAsString()).ifPresent(words -> wrong.add("\"" + key + "\" " + words));
            return value.getAsString();
        }
        return "";
    }

    private static List<String> extensions(JsonElement value, List<String> wrong) {
        if (value == null) {
            wrong.add("\"extensions\" is missing");
        } else if (!value.isJsonArray() || !value.getAsJsonArray().asList().stream().allMatch(BootstrapEvent::isText)) {
            wrong.add("\"extensions\" is not a list of strings");
        } else {
            var names = value.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
            names.forEach(name -> Names.wrongName(name)
                    .ifPresent(words -> wrong.add("\"extensions\" has a name that " + words)));
            if (new HashSet<>(names).size() < names.size()) {
                wrong.add("\"extensions\" has a name twice");
            }
            return names;
        }
        return List.of();
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }
}
