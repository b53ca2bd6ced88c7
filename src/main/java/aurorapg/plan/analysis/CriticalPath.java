package aurorapg.plan.analysis;

import aurorapg.plan.ResourceType;
import aurorapg.plan.engine.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chain of resources that decides how long a first deployment takes. */
public final class CriticalPath {

    /**
     * A resource of the chain.
     *
     * @param resource the resource
     * @param takes how long its creation takes, with the figure's source
     * @param until seconds since the beginning when it is there
     * @param gain seconds that the deployment would be shorter if it took none
     */
    public record Step(Registration resource, ResourceType.Duration takes, int until, int gain) {}

    private static final ResourceType.Duration NONE = new ResourceType.Duration(0, "no call to AWS", "");

    private final Map<String, Registration> resources;
    private final Map<String, List<Registration>> children;
    private final String free;
    private final Map<String, Integer> until = new HashMap<>();
    private final Set<String> visiting = new HashSet<>();

    private CriticalPath(List<Registration> registered, String free) {
        resources = registered.stream().collect(Collectors.toMap(Registration::urn, Function.identity()));
        children = registered.stream().collect(Collectors.groupingBy(Registration::parent));
        this.free = free;
        registered.forEach(one -> until(one.urn()));
    }

    /** The chain, first to last; empty when nothing is registered. */
    public static List<Step> of(List<Registration> registered) {
        var path = new CriticalPath(registered, "");
        var last = registered.stream().filter(Registration::custom).max(path.later());
        var chain = new ArrayList<Registration>();
        for (var at = last.orElse(null); at != null; at = path.latest(path.waitsFor(at))) {
            chain.add(at);
        }
        Collections.reverse(chain);
        int total = path.total();
        return chain.stream().map(one -> new Step(
                one, takes(one), path.until(one.urn()), total - new CriticalPath(registered, one.urn()).total())).toList();
    }

    private int total() {
        return until.values().stream().mapToInt(seconds -> seconds).max().orElse(0);
    }

    private Comparator<Registration> later() {
        return Comparator.comparing((Registration one) -> until(one.urn())).thenComparing(Registration::urn);
    }

    private Registration latest(Collection<Registration> several) {
        return several.stream().max(later()).orElse(null);
    }

    /** Custom resources that it waits for; a component stands for everything below it. */
    private Set<Registration> waitsFor(Registration one) {
        var found = new HashSet<Registration>();
        one.dependencies().forEach(urn -> collect(urn, found));
        found.remove(one);
        return found;
    }

    private void collect(String urn, Set<Registration> found) {
        var one = resources.get(urn);
        if (one != null && one.custom()) {
            found.add(one);
        } else {
            children.getOrDefault(urn, List.of()).forEach(child -> collect(child.urn(), found));
        }
    }

    private int until(String urn) {
        var known = until.get(urn);
        var one = resources.get(urn);
        // A circle would hang a deployment, not its description.
        if (known != null || !visiting.add(urn)) {
            return known == null ? 0 : known;
        }
        int start = waitsFor(one).stream().mapToInt(other -> until(other.urn())).max().orElse(0);
        until.put(urn, start + (urn.equals(free) ? 0 : takes(one).seconds()));
        return until.get(urn);
    }

    private static ResourceType.Duration takes(Registration one) {
        return ResourceType.of(one.type()).map(ResourceType::create).orElse(NONE);
    }
}
