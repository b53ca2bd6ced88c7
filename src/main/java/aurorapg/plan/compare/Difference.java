package aurorapg.plan.compare;

import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.PolicyDocument;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where two JSON values differ. */
final class Difference {

    /** Members that tell the items of a list apart, whatever their order. */
    private static final List<String> LABELS = List.of("name", "key", "Sid");

    /** Whether a value's change replaces the resource; the values are null where there is none. */
    interface Forces {
        boolean by(String path, JsonElement before, JsonElement after);
    }

    private final List<PropertyChange> found = new ArrayList<>();
    private final Forces forces;

    private Difference(Forces forces) {
        this.forces = forces;
    }

    static List<PropertyChange> of(JsonObject before, JsonObject after, Forces forces) {
        var difference = new Difference(forces);
        difference.members("", members(before), members(after), ".");
        return difference.found;
    }

    private void walk(String path, JsonElement before, JsonElement after) {
        var old = before instanceof JsonNull ? null : before;
        var planned = after instanceof JsonNull ? null : after;
        // Providers compare policy documents by meaning, so their spacing and order must not show.
        if (PolicyDocument.parse(old) != null && PolicyDocument.parse(planned) != null) {
            old = PolicyDocument.parse(old);
            planned = PolicyDocument.parse(planned);
        }
        if (old == null ? planned == null : old.equals(planned)) {
            return;
        }
        if (nested(old, planned, JsonObject.class)) {
            members(path, members(old), members(planned), ".");
        } else if (nested(old, planned, JsonArray.class)) {
            var label = label(list(old), list(planned));
            members(path, items(old, label), items(planned, label), "");
        } else {
            add(path, old, planned);
        }
    }

    private void members(
            String path, Map<String, JsonElement> before, Map<String, JsonElement> after, String separator) {
        var keys = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(keys::add);
        if (separator.equals(".")) {
            keys.sort(null);
        }
        for (var key : keys) {
            walk(path.isEmpty() ? key : path + separator + key, before.get(key), after.get(key));
        }
    }

    private void add(String path, JsonElement before, JsonElement after) {
        var old = Excerpt.text(before);
        var planned = Excerpt.text(after);
        int at = Excerpt.firstDifference(old, planned);
        found.add(new PropertyChange(
                path, Excerpt.around(old, at), Excerpt.around(planned, at), forces.by(path, before, after)));
    }

    private static boolean nested(JsonElement before, JsonElement after, Class<? extends JsonElement> type) {
        return (before == null || type.isInstance(before))
                && (after == null || type.isInstance(after))
                && !(empty(before) && empty(after));
    }

    private static boolean empty(JsonElement value) {
        return value == null
                || value instanceof JsonObject object && object.size() == 0
                || value instanceof JsonArray array && array.isEmpty();
    }

    private static JsonArray list(JsonElement value) {
        return value == null ? new JsonArray() : value.getAsJsonArray();
    }

    private static Map<String, JsonElement> members(JsonElement object) {
        var members = new LinkedHashMap<String, JsonElement>();
        if (object != null) {
            // The bridge's own bookkeeping begins with two underscores and never reaches AWS.
            object.getAsJsonObject().entrySet().stream()
                    .filter(one -> !one.getKey().startsWith("__"))
                    .forEach(one -> members.put(one.getKey(), one.getValue()));
        }
        return members;
    }

    private static Map<String, JsonElement> items(JsonElement list, String label) {
        var items = new LinkedHashMap<String, JsonElement>();
        for (var item : list(list)) {
            var key = label == null
                    ? "[" + items.size() + "]"
                    : "[" + label + "=" + item.getAsJsonObject().get(label).getAsString() + "]";
            items.put(key, item);
        }
        return items;
    }

    private static String label(JsonArray before, JsonArray after) {
        return LABELS.stream().filter(one -> tells(one, before, after)).findFirst().orElse(null);
    }

    private static boolean tells(String label, JsonArray... lists) {
        for (var list : lists) {
            var seen = new TreeSet<String>();
            for (var item : list) {
                if (!(item instanceof JsonObject object)
                        || !(object.get(label) instanceof JsonPrimitive text)
                        || !seen.add(text.getAsString())) {
                    return false;
                }
            }
        }
        return true;
    }
}
