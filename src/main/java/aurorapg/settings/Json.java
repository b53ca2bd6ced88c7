package aurorapg.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON text, read strictly: Gson's own parser takes unquoted names and half a document. */
final class Json {

    private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final Gson PRETTY = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private Json() {}

    /** The value, or empty when the text is not exactly one JSON value. */
    static Optional<JsonElement> parse(String text) {
        try {
            var reader = new JsonReader(new StringReader(text));
            var json = COMPACT.getAdapter(JsonElement.class).read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(json) : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    static String compact(JsonElement json) {
        return COMPACT.toJson(json);
    }

    /** A value as a reader says it: text without quotes, a list's elements with commas between them. */
    static String text(JsonElement json) {
        if (json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().map(Json::text).collect(Collectors.joining(", "));
        }
        return json.isJsonPrimitive() ? json.getAsString() : compact(json);
    }

    static String pretty(JsonElement json) {
        return PRETTY.toJson(json) + "\n";
    }
}
