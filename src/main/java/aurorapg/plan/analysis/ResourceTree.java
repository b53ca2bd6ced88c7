package aurorapg.plan.analysis;

import aurorapg.plan.ResourceType;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The resources below their components, each with what tells a reader what it is. */
public final class ResourceTree {

    private static final int LONGEST = 120;

    private final Map<String, List<Registration>> children;
    private final List<String> lines = new ArrayList<>();

    private ResourceTree(List<Registration> resources) {
        children = resources.stream().collect(Collectors.groupingBy(Registration::parent));
    }

    /** One line a resource, and one for each statement of its policies, two spaces deeper for each parent. */
    public static List<String> lines(List<Registration> resources) {
        var tree = new ResourceTree(resources);
        tree.add("", 0);
        return tree.lines;
    }

    /** A type as AWS' documentation names it, such as {@code rds/ClusterInstance}; a component's is its last part. */
    public static String shortType(String token) {
        var parts = token.split(":");
        var module = parts[1].split("/")[0];
        return token.startsWith("aws:") ? module + "/" + parts[2] : parts[parts.length - 1];
    }

    private void add(String parent, int depth) {
        for (var one : children.getOrDefault(parent, List.of())) {
            var words = new ArrayList<>(List.of(one.name(), shortType(one.type())));
            ResourceType.of(one.type()).stream().flatMap(type -> type.shows().stream())
                    .filter(one.inputs()::has)
                    .map(input -> input + "=" + shown(one.inputs().get(input)))
                    .forEach(words::add);
            if (one.protect()) {
                words.add("[protected]");
            }
            if (one.retainOnDelete()) {
                words.add("[kept by AWS]");
            }
            lines.add("  ".repeat(depth) + String.join(" ", words));
            Statement.of(one).forEach(statement -> lines.add("  ".repeat(depth + 1) + "· " + statement.sentence()));
            add(one.urn(), depth + 1);
        }
    }

    private static String shown(JsonElement value) {
        var text = plain(value).replace('\n', ' ');
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String plain(JsonElement value) {
        if (value instanceof JsonArray list) {
            return list.asList().stream().map(ResourceTree::plain).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .filter(one -> !one.getKey().startsWith("__"))
                    .map(one -> one.getKey() + "=" + plain(one.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return Excerpt.text(value);
    }
}
