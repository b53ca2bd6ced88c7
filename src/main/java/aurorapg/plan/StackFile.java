package aurorapg.plan;

import aurorapg.settings.Nearest;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A stack's configuration as Pulumi would hand it to the program.
 *
 * @param values every value by its full key, structured ones as JSON text
 * @param commandLine paths below our namespace that the command line gave
 * @param secrets paths below our namespace whose values are encrypted
 */
record StackFile(Map<String, String> values, Set<String> commandLine, Set<String> secrets) {

    static final String PROJECT = "aurora-postgres";

    /** Takes the place of an encrypted value, which only Pulumi with the stack's key could read. */
    private static final String STAND_IN = "secret";

    private static final TypeAdapter<JsonElement> STRICT_JSON = new Gson().getAdapter(JsonElement.class);

    static StackFile read(Path directory, String stack, Map<String, String> overrides) throws Refusal {
        var path = directory.resolve("Pulumi." + stack + ".yaml");
        if (!stack.matches("[A-Za-z0-9._-]+") || !Files.exists(path)) {
            var known = known(directory);
            throw new Refusal(Refusal.USAGE, "there is no Pulumi.%s.yaml: %s".formatted(
                    stack, Nearest.to(stack, known).map(other -> "did you mean " + other + "?")
                            .orElse("the stacks are " + String.join(", ", known))));
        }
        var secrets = new HashSet<String>();
        var values = new TreeMap<String, JsonElement>();
        section(path).entrySet().forEach(entry -> {
            var full = entry.getKey().contains(":") ? entry.getKey() : PROJECT + ":" + entry.getKey();
            values.put(full, readable(entry.getValue(), full.replaceFirst("^" + PROJECT + ":", ""), secrets));
        });
        overrides.forEach((key, value) -> set(values, key.replaceFirst("^" + PROJECT + ":", ""), value));
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key, value.isJsonPrimitive() ? value.getAsString() : value.toString()));
        return new StackFile(
                texts,
                overrides.keySet().stream().map(key -> key.replaceFirst("^" + PROJECT + ":", ""))
                        .collect(Collectors.toSet()),
                secrets);
    }

    String region() {
        return values.getOrDefault("aws:region", "us-east-1");
    }

    private static List<String> known(Path directory) {
        var name = Pattern.compile("Pulumi\\.(.+)\\.yaml");
        try (var files = Files.list(directory)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(java.util.regex.Matcher::matches).map(match -> match.group(1)).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static JsonObject section(Path path) throws Refusal {
        try {
            Object loaded = yaml().load(Files.readString(path));
            var json = new Gson().toJsonTree(loaded);
            var config = json.isJsonObject() ? json.getAsJsonObject().get("config") : null;
            if (config == null || !config.isJsonObject()) {
                throw new Refusal(Refusal.CONFIGURATION, path.getFileName() + " has no object `config`");
            }
            return config.getAsJsonObject();
        } catch (MarkedYAMLException e) {
            throw new Refusal(Refusal.CONFIGURATION, "%s, line %d, column %d: %s".formatted(
                    path.getFileName(), e.getProblemMark().getLine() + 1, e.getProblemMark().getColumn() + 1,
                    e.getProblem()));
        } catch (IOException | YAMLException e) {
            throw new Refusal(Refusal.CONFIGURATION, path.getFileName() + " cannot be read: " + firstLine(e));
        }
    }

    /** Pulumi reads YAML 1.2's few kinds of scalars: yes, 10:30 and 2026-01-01 are text. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
                addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]*)"), "-+0123456789");
                addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?[0-9]+\\.[0-9]*(?:[eE][-+]?[0-9]+)?"), "-+0123456789");
                addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL|"), "~nN\0");
                addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
            }
        });
    }

    private static JsonElement readable(JsonElement value, String path, Set<String> secrets) {
        if (!value.isJsonObject()) {
            return value;
        }
        var object = value.getAsJsonObject();
        if (object.size() == 1 && object.has("secure")) {
            secrets.add(path);
            return new JsonPrimitive(STAND_IN);
        }
        var result = new JsonObject();
        object.entrySet().forEach(entry ->
                result.add(entry.getKey(), readable(entry.getValue(), path + "." + entry.getKey(), secrets)));
        return result;
    }

    private static void set(Map<String, JsonElement> values, String key, String text) {
        if (key.contains(":")) {
            values.put(key, new JsonPrimitive(text));
            return;
        }
        var steps = List.of(key.split("\\."));
        var top = PROJECT + ":" + steps.get(0);
        if (steps.size() == 1) {
            values.put(top, json(text));
            return;
        }
        var at = values.get(top) instanceof JsonObject object ? object : new JsonObject();
        values.put(top, at);
        for (var step : steps.subList(1, steps.size() - 1)) {
            if (!(at.get(step) instanceof JsonObject)) {
                at.add(step, new JsonObject());
            }
            at = at.getAsJsonObject(step);
        }
        at.add(steps.get(steps.size() - 1), json(text));
    }

    private static JsonElement json(String text) {
        try {
            return STRICT_JSON.fromJson(text);
        } catch (IOException | JsonParseException e) {
            return new JsonPrimitive(text);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
