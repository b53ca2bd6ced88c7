package aurorapg.settings;

import com.google.gson.JsonElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key of the configuration.
 *
 * @param path the path below the project's namespace, such as {@code database.port}
 * @param type what values it takes
 * @param description what it is for
 * @param required whether it must stand wherever the object around it stands
 * @param unless paths of keys that take this required key's place
 * @param defaults the value in each stage when it is left out, as configuration would write it; empty: none
 * @param otherwise what happens without it, in words, when there is no default value
 * @param notBuilt what will add the feature ({@code part 5}, {@code later}); empty: it is there
 * @param <T> the type of its value
 */
public record Key<T>(
        String path,
        ValueType<T> type,
        String description,
        boolean required,
        List<String> unless,
        Map<Stage, JsonElement> defaults,
        String otherwise,
        Optional<String> notBuilt) {

    /** The path of the object that the key stands in; empty for a key at the top. */
    public String parent() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    /** The last step of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The default in words: one value, or dev/test/pre-prod/prod where they differ. */
    public String defaultInWords() {
        if (required) {
            return "required";
        }
        if (defaults.isEmpty()) {
            return otherwise;
        }
        var distinct = new LinkedHashSet<>(defaults.values());
        return (distinct.size() == 1 ? distinct : defaults.values())
                .stream().map(Json::text).collect(Collectors.joining("/"));
    }

    /** Whether the stage decides the default. */
    boolean differsByStage() {
        return defaults.values().stream().distinct().count() > 1;
    }
}
