package aurorapg.bootstrap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found and did; becomes the function's answer. */
final class Report {

    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private final Map<String, String> extensions = new LinkedHashMap<>();
    private String server = "";

    Report() {
        List.of("created", "changed", "alreadyRight", "reported").forEach(key -> steps.put(key, new ArrayList<>()));
    }

    /** Notes a step under its result, or a sentence under {@code reported}. */
    void add(String result, String text) {
        steps.get(result).add(text);
    }

    void server(String version) {
        server = version;
    }

    void extension(String name, String version) {
        extensions.put(name, version);
    }

    /**
     * The answer with its keys in a fixed order.
     *
     * @param milliseconds how long the function ran
     */
    JsonObject toJson(long milliseconds) {
        var json = new JsonObject();
        steps.forEach((key, texts) -> json.add(key, list(texts)));
        var versions = new JsonObject();
        versions.addProperty("server", server);
        versions.addProperty("function", BootstrapHandler.VERSION);
        var installed = new JsonObject();
        extensions.forEach(installed::addProperty);
        versions.add("extensions", installed);
        json.add("versions", versions);
        json.addProperty("milliseconds", milliseconds);
        return json;
    }

    private static JsonElement list(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
