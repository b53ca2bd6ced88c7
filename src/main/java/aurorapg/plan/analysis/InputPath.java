package aurorapg.plan.analysis;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Ways into a resource's inputs. */
public final class InputPath {

    private InputPath() {}

    /** Whether a replacement of {@code input} ({@code a} or {@code a.b}) concerns what a difference's path names. */
    public static boolean covers(String input, String path) {
        var plain = path.replaceAll("\\[[^\\]]*\\]", "");
        return plain.equals(input) || plain.startsWith(input + ".");
    }

    /** Every value at a dotted path, through lists. */
    public static Stream<JsonElement> all(JsonElement from, String path) {
        if (from == null || from.isJsonNull()) {
            return Stream.empty();
        }
        if (path.isEmpty()) {
            return Stream.of(from);
        }
        if (from.isJsonArray()) {
            return StreamSupport.stream(from.getAsJsonArray().spliterator(), false).flatMap(one -> all(one, path));
        }
        var parts = path.split("\\.", 2);
        return from.isJsonObject()
                ? all(from.getAsJsonObject().get(parts[0]), parts.length == 1 ? "" : parts[1])
                : Stream.empty();
    }

    /** The first value at a dotted path; null when there is none. */
    public static JsonElement single(JsonElement from, String path) {
        return all(from, path).findFirst().orElse(null);
    }

    /** The new inputs with the old values of those whose changes Pulumi leaves alone. */
    public static JsonObject settled(JsonObject before, JsonObject after, List<String> ignored) {
        var settled = after.deepCopy();
        for (var path : ignored) {
            var parts = path.replaceAll("\\[\"?([^\\]\"]*)\"?\\]", ".$1").split("\\.");
            restore(before, settled, List.of(parts));
        }
        return settled;
    }

    private static void restore(JsonElement before, JsonElement settled, List<String> path) {
        if (before instanceof JsonObject from && settled instanceof JsonObject to) {
            var keys = path.get(0).equals("*")
                    ? Stream.concat(from.keySet().stream(), to.keySet().stream()).distinct().toList()
                    : List.of(path.get(0));
            for (var key : keys) {
                if (path.size() > 1) {
                    restore(from.get(key), to.get(key), path.subList(1, path.size()));
                } else if (from.has(key)) {
                    to.add(key, from.get(key));
                } else {
                    to.remove(key);
                }
            }
        } else if (before instanceof JsonArray from && settled instanceof JsonArray to) {
            for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                if (path.get(0).equals("*") || path.get(0).equals(String.valueOf(i))) {
                    if (path.size() > 1) {
                        restore(from.get(i), to.get(i), path.subList(1, path.size()));
                    } else {
                        to.set(i, from.get(i));
                    }
                }
            }
        }
    }
}
