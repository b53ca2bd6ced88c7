package aurorapg.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where each setting's value comes from. */
public final class Origins {

    private static final String SECRET = "[secret]";

    private Origins() {}

    /**
     * Every setting that applies, in the order of the README's table.
     *
     * @param project the namespace of our keys
     * @param pulumiConfig a configuration that {@link ConfigurationReader#read} takes
     * @param commandLine paths that were given on the command line
     * @param secrets paths whose values are not shown, nor those below them
     */
    public static List<Setting> of(
            String project, Map<String, String> pulumiConfig, Set<String> commandLine, Set<String> secrets) {
        var root = ConfigurationReader.root(project, pulumiConfig);
        var label = root.get("stage").getAsString();
        var stage = Stream.of(Stage.values()).filter(one -> one.label().equals(label)).findFirst().orElseThrow();
        var settings = new ArrayList<Setting>();
        for (var key : Configuration.keys()) {
            if (key.notBuilt().isPresent() || key.type() == (ValueType<?>) ValueType.SECTION) {
                continue;
            }
            var json = at(root, key.path());
            if (json != null) {
                var shown = within(secrets, key.path()) ? SECRET : Json.text(json);
                settings.add(new Setting(
                        key.path(), shown, within(commandLine, key.path()) ? "command line" : "stack file"));
            } else if (!key.defaults().isEmpty() && stands(root, key)) {
                settings.add(new Setting(
                        key.path(), Json.text(key.defaults().get(stage)),
                        key.differsByStage() ? "stage default" : "program default"));
            } else if (at(root, key.parent()) != null && !key.required()) {
                settings.add(new Setting(key.path(), key.otherwise(), "not set"));
            }
        }
        return List.copyOf(settings);
    }

    /** Each key whose default the stage decides, with the defaults of dev, test, pre-prod and prod. */
    public static Map<String, List<String>> byStage() {
        var rows = new LinkedHashMap<String, List<String>>();
        Configuration.keys().stream().filter(Key::differsByStage).forEach(key -> rows.put(
                key.path(), Stream.of(Stage.values()).map(stage -> Json.text(key.defaults().get(stage))).toList()));
        return rows;
    }

    private static boolean stands(JsonObject root, Key<?> key) {
        return !key.path().contains(".") || root.has(key.path().substring(0, key.path().indexOf('.')));
    }

    private static boolean within(Set<String> paths, String path) {
        return paths.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + ".") || one.startsWith(path + "."));
    }

    private static JsonElement at(JsonObject root, String path) {
        JsonElement at = root;
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            if (!at.isJsonObject() || !at.getAsJsonObject().has(step)) {
                return null;
            }
            at = at.getAsJsonObject().get(step);
        }
        return at;
    }
}
