package aurorapg.plan.compare;

import aurorapg.plan.Plan;
import aurorapg.plan.ResourceType;
import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.engine.Registration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the resources that differ between two plans. */
final class Pairing {

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private Pairing() {}

    static Collection<Pair> of(Plan before, Plan after) {
        var pairing = new Pairing();
        var old = byUrn(before);
        var planned = byUrn(after);
        old.forEach((urn, one) -> {
            if (!planned.containsKey(urn)) {
                pairing.pairs.put(urn, new Pair(Change.Kind.REMOVED, one, null, List.of()));
            } else if (one.custom()) {
                pairing.pairs.put(urn, both(one, planned.get(urn), before.region(), after.region()));
            }
        });
        planned.forEach((urn, one) -> {
            if (!old.containsKey(urn)) {
                pairing.pairs.put(urn, new Pair(Change.Kind.ADDED, null, one, List.of()));
            }
        });
        pairing.cascade();
        return pairing.pairs.values().stream().filter(pair -> differs(pair)).toList();
    }

    private static boolean differs(Pair pair) {
        return !pair.stays() || !pair.properties().isEmpty();
    }

    private static Map<String, Registration> byUrn(Plan plan) {
        return plan.resources().stream()
                .collect(Collectors.toMap(Registration::urn, Function.identity(), (one, same) -> one,
                        LinkedHashMap::new));
    }

    private static Pair both(Registration before, Registration after, String oldRegion, String newRegion) {
        var ignored = list(after.ignoreChanges());
        var settled = new Registration(
                after.urn(), after.type(), after.name(), after.parent(), after.custom(),
                InputPath.settled(before.inputs(), after.inputs(), ignored),
                after.dependencies(), after.protect(), after.retainOnDelete(), ignored,
                after.propertyDependencies());
        var found = new ArrayList<>(Difference.of(before.inputs(), settled.inputs(),
                (path, old, planned) -> forces(after.type(), path, old == null, planned == null)));
        // The provider reads back what is no longer given and sees no difference.
        found.removeIf(one -> one.after().equals(PropertyChange.ABSENT) && names(kept(after.type()), one.path()));
        // Nothing moves between regions: the provider of the new one makes everything anew.
        option(found, "[region]", oldRegion, newRegion, after.type().startsWith("aws:"));
        option(found, "[protect]", before.protect(), after.protect(), false);
        option(found, "[retainOnDelete]", before.retainOnDelete(), after.retainOnDelete(), false);
        option(found, "[ignoreChanges]",
                String.join(", ", list(before.ignoreChanges())), String.join(", ", ignored), false);
        var kind = found.stream().anyMatch(PropertyChange::forces) ? Change.Kind.REPLACED : Change.Kind.CHANGED;
        return new Pair(kind, before, settled, found);
    }

    private static void option(List<PropertyChange> found, String path, Object old, Object planned, boolean forces) {
        if (!String.valueOf(old).equals(String.valueOf(planned))
                && (forces || !path.equals("[region]"))) {
            found.add(new PropertyChange(path, shown(old), shown(planned), forces));
        }
    }

    private static String shown(Object value) {
        return value == null || value.equals("") ? PropertyChange.ABSENT : value.toString();
    }

    private static List<String> list(List<String> written) {
        return written == null ? List.of() : written;
    }

    private static boolean forces(String token, String path, boolean appears, boolean disappears) {
        return ResourceType.of(token)
                .filter(type -> names(type.replaces(), path)
                        || names(type.replacesWhenAddedOrRemoved(), path) && (appears || disappears))
                .isPresent();
    }

    private static List<String> kept(String token) {
        return ResourceType.of(token).map(ResourceType::keptWhenRemoved).orElse(List.of());
    }

    private static boolean names(List<String> inputs, String path) {
        return inputs.stream().anyMatch(input -> InputPath.covers(input, path));
    }

    private static List<String> replaces(Registration resource) {
        return ResourceType.of(resource.type()).map(ResourceType::replaces).orElse(List.of());
    }

    /** Replaces what is made of something that is replaced: what AWS decides of it is not known before. */
    private void cascade() {
        var replaced = new ArrayDeque<>(
                pairs.values().stream().filter(pair -> pair.kind() == Change.Kind.REPLACED).toList());
        while (!replaced.isEmpty()) {
            var from = replaced.pop().any();
            for (var pair : List.copyOf(pairs.values())) {
                if (pair.kind() == Change.Kind.CHANGED) {
                    var next = followed(pair, from);
                    pairs.put(next.any().urn(), next);
                    if (next.kind() == Change.Kind.REPLACED) {
                        replaced.add(next);
                    }
                }
            }
        }
    }

    private static Pair followed(Pair pair, Registration replaced) {
        var found = following(pair, replaced);
        var kind = found.isEmpty() ? Change.Kind.CHANGED : Change.Kind.REPLACED;
        found.addAll(updated(pair, replaced));
        found.addAll(pair.properties());
        return new Pair(kind, pair.before(), pair.after(), found);
    }

    /** Inputs that hold what AWS decides of the replaced resource and whose change is an update. */
    private static List<PropertyChange> updated(Pair pair, Registration replaced) {
        var updates = new ArrayList<PropertyChange>();
        var madeUp = madeUp(replaced);
        pair.after().inputs().entrySet().forEach(input -> {
            var text = Excerpt.text(input.getValue());
            if (text.contains(madeUp) && !names(replaces(pair.after()), input.getKey())
                    && !pair.after().ignoreChanges().contains(input.getKey())
                    && pair.properties().stream().noneMatch(told -> told.path().equals(input.getKey()))) {
                var shown = Excerpt.around(text, text.indexOf(madeUp));
                updates.add(new PropertyChange(input.getKey(), shown, shown + " of the replacement", false));
            }
        });
        return updates;
    }

    private static List<PropertyChange> following(Pair pair, Registration replaced) {
        var follows = new ArrayList<PropertyChange>();
        var from = pair.after().propertyDependencies();
        for (var input : replaces(pair.after())) {
            if (from != null && from.getOrDefault(input.split("\\.")[0], List.of()).contains(replaced.urn())
                    && !pair.after().ignoreChanges().contains(input)) {
                InputPath.all(pair.after().inputs(), input).map(Excerpt::text).filter(text -> decided(text, replaced))
                        .map(text -> Excerpt.around(text, 0))
                        .map(text -> new PropertyChange(input, text, text + " of the replacement", true))
                        .forEach(follows::add);
            }
        }
        return follows;
    }

    /** Whether AWS has a say in a text: an id that is a name given to the resource is asked for anew, too. */
    private static boolean decided(String text, Registration replaced) {
        return text.contains(madeUp(replaced))
                || replaced.inputs().entrySet().stream().anyMatch(input -> text.equals(Excerpt.text(input.getValue())));
    }

    private static String madeUp(Registration resource) {
        return "<" + resource.name() + ">";
    }
}
