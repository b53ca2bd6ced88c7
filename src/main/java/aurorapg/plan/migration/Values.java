package aurorapg.plan.migration;

import aurorapg.settings.Configuration;
import aurorapg.settings.ConfigurationReader;
import aurorapg.settings.InvalidConfigurationException;
import aurorapg.settings.Stage;
import aurorapg.settings.Violation;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The values of a stack file that grows, by their path; the program's own reader judges each one. */
final class Values {

    private final String project;
    private final Map<String, JsonElement> byPath = new HashMap<>();

    Values(String project) {
        this.project = project;
    }

    JsonElement get(String path) {
        return byPath.get(path);
    }

    /**
     * Puts a value in, unless a key that has a value would be wrong then; what is missing may still come.
     *
     * @return why the value was not put in; empty when it was
     */
    List<Violation> put(String path, JsonElement value) {
        var before = byPath.put(path, value);
        var wrong = violations().stream()
                .filter(one -> byPath.containsKey(one.key().substring(project.length() + 1))).toList();
        if (!wrong.isEmpty()) {
            byPath.remove(path);
            Stream.ofNullable(before).forEach(old -> byPath.put(path, old));
        }
        return wrong;
    }

    /** Takes out what the stage's defaults say anyway. */
    void dropDefaults() {
        Stream.of(Stage.values()).filter(stage -> new JsonPrimitive(stage.label()).equals(get("stage")))
                .forEach(stage -> Configuration.keys()
                        .forEach(key -> byPath.remove(key.path(), key.defaults().get(stage))));
    }

    /** Everything that the program would refuse, missing values included. */
    List<Violation> violations() {
        var config = new TreeMap<String, String>();
        tree().entrySet().forEach(entry -> config.put(
                project + ":" + entry.getKey(),
                entry.getValue().isJsonPrimitive() ? entry.getValue().getAsString() : entry.getValue().toString()));
        try {
            ConfigurationReader.read(project, config);
            return List.of();
        } catch (InvalidConfigurationException e) {
            return e.violations();
        }
    }

    /** The values as the stack file nests them, in the order of the README's table. */
    JsonObject tree() {
        var root = new JsonObject();
        for (var key : Configuration.keys()) {
            if (byPath.containsKey(key.path())) {
                var at = root;
                for (var step : key.parent().isEmpty() ? new String[0] : key.parent().split("\\.")) {
                    if (!at.has(step)) {
                        at.add(step, new JsonObject());
                    }
                    at = at.getAsJsonObject(step);
                }
                at.add(key.name(), byPath.get(key.path()).deepCopy());
            }
        }
        return root;
    }
}
