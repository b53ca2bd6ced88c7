package aurorapg.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The one reader of a stack's configuration. */
public final class ConfigurationReader {

    private final String project;
    private final Values values = new Values();
    private final Set<String> present = new HashSet<>(Set.of(""));
    private final List<Violation> violations = new ArrayList<>();

    private ConfigurationReader(String project) {
        this.project = project;
    }

    /**
     * Settings of a stack.
     *
     * @param project the namespace of our keys; other namespaces are left alone
     * @param pulumiConfig every configuration value by its full key, structured ones as JSON text
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public static Settings read(String project, Map<String, String> pulumiConfig) {
        var reader = new ConfigurationReader(project);
        reader.object("", root(project, pulumiConfig));
        reader.defaults();
        reader.rules();
        if (!reader.violations.isEmpty()) {
            throw new InvalidConfigurationException(reader.violations);
        }
        return SettingsMapping.of(reader.values);
    }

    /**
     * The content of the variable PULUMI_CONFIG, by which the engine hands a program its configuration.
     *
     * @param json an object of full keys to text; null or empty for none
     */
    public static Map<String, String> pulumiConfig(String json) {
        var all = new HashMap<String, String>();
        Optional.ofNullable(json).flatMap(Json::parse).filter(JsonElement::isJsonObject).ifPresent(object ->
                object.getAsJsonObject().entrySet().forEach(entry -> all.put(entry.getKey(), entry.getValue().getAsString())));
        return all;
    }

    /** The configuration below the project's namespace as one object. */
    static JsonObject root(String project, Map<String, String> pulumiConfig) {
        var root = new JsonObject();
        new TreeMap<>(pulumiConfig).forEach((key, text) -> {
            if (key.startsWith(project + ":")) {
                root.add(key.substring(project.length() + 1), value(text));
            }
        });
        return root;
    }

    /** Pulumi hands structured values over as JSON text; anything else is text. */
    private static JsonElement value(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return new JsonPrimitive(text);
        }
        return Json.parse(text).orElseGet(() -> new JsonPrimitive(text));
    }

    private void object(String path, JsonObject object) {
        present.add(path);
        var keys = Configuration.within(path);
        object.keySet().stream()
                .filter(name -> keys.stream().noneMatch(key -> key.name().equals(name)))
                .forEach(name -> violate(path.isEmpty() ? name : path + "." + name, "is an unknown key", known(name, keys)));
        for (var key : keys) {
            if (object.has(key.name())) {
                read(key, object.get(key.name()));
            } else if (key.required() && key.unless().stream().noneMatch(other -> stands(other, path, object))) {
                values.spoil(key);
                violate(key.path(), "is missing", "required: " + key.type().allowed());
            }
        }
    }

    private static boolean stands(String other, String path, JsonObject object) {
        return object.has(path.isEmpty() ? other : other.substring(path.length() + 1));
    }

    private void read(Key<?> key, JsonElement json) {
        if (key.notBuilt().isPresent()) {
            values.spoil(key);
            notBuilt(key, "is not built yet", key.notBuilt().get());
            return;
        }
        if (key.type().notBuilt().containsKey(json)) {
            values.spoil(key);
            notBuilt(key, ValueType.shown(json) + ", which is not built yet", key.type().notBuilt().get(json));
            return;
        }
        try {
            var value = key.type().read(json);
            values.put(key, value);
            if (value instanceof JsonObject section) {
                object(key.path(), section);
            }
        } catch (Refused e) {
            values.spoil(key);
            var allowed = json.isJsonNull() && key.type() == (ValueType<?>) ValueType.SECTION
                    ? "an object; {} for one with the defaults"
                    : key.type().allowed();
            e.wrongs.forEach(wrong -> violate(key.path(), wrong, allowed));
        }
    }

    private void notBuilt(Key<?> key, String wrong, String when) {
        var adds = when.startsWith("part") ? when + " adds it" : "a later version adds it";
        violate(key.path(), wrong, adds + "; leave it out");
    }

    private void defaults() {
        if (!values.has(Configuration.STAGE)) {
            return;
        }
        var stage = values.get(Configuration.STAGE);
        for (var key : Configuration.keys()) {
            if (!values.has(key) && values.usable(key) && !key.defaults().isEmpty() && within(key)) {
                values.put(key, key.type().read(key.defaults().get(stage)));
            }
        }
    }

    /** Keys of an optional object have defaults, and rules, where the object at the top stands: thresholds for example. */
    private boolean within(Key<?> key) {
        var top = key.path().contains(".") ? key.path().substring(0, key.path().indexOf('.')) : "";
        return present.contains(top);
    }

    private void rules() {
        var stageKnown = values.has(Configuration.STAGE);
        for (var rule : Rules.ALL) {
            var reads = rule.reads().stream().allMatch(values::usable)
                    && rule.reads().stream().allMatch(key -> stageKnown || key.defaults().isEmpty());
            if (reads && within(rule.key()) && rule.broken().test(values)) {
                violate(rule.key().path(), rule.wrong().apply(values), rule.allowed());
            }
        }
    }

    private static String known(String name, List<Key<?>> keys) {
        var names = keys.stream().filter(key -> key.notBuilt().isEmpty()).map(Key::name).toList();
        var all = "known: " + String.join(", ", names);
        return Nearest.to(name, names).map(other -> "did you mean %s? %s".formatted(other, all)).orElse(all);
    }

    private void violate(String path, String wrong, String allowed) {
        violations.add(new Violation(project + ":" + path, wrong, allowed));
    }
}
