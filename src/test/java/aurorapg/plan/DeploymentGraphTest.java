package aurorapg.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.analysis.CriticalPath;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for what when a stack is new. */
class DeploymentGraphTest {

    /** What no order of creation can spare a writer that is bootstrapped. */
    private static final List<String> UNAVOIDABLE = List.of(
            "vpc", "private-1", "subnet-group", "cluster", "instance-1", "bootstrap-run");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void bootstrapped_writer_is_there_as_soon_as_its_own_steps_allow(String stack) throws Exception {
        var resources = resources(stack);
        var needed = needed(resources, stack + "-bootstrap-run");
        var path = CriticalPath.of(needed);
        int least = resources.stream().filter(one -> UNAVOIDABLE.contains(one.name().substring(stack.length() + 1)))
                .mapToInt(one -> ResourceType.of(one.type()).orElseThrow().create().seconds()).sum();
        int until = path.get(path.size() - 1).until();
        assertEquals(stack + "-bootstrap-run", path.get(path.size() - 1).resource().name());
        assertTrue(until <= least * 1.05, "%d s, its own steps take %d s: %s".formatted(
                until, least, path.stream().map(step -> step.resource().name()).toList()));
        assertTrue(needed.stream().noneMatch(one -> one.name().startsWith(stack + "-bastion")
                || one.name().startsWith(stack + "-nat") || one.name().equals(stack + "-instance-2")),
                "neither bastion nor NAT gateway nor reader holds up the writer");
    }

    @Test
    void nothing_waits_for_the_bastions_host_and_only_routes_wait_for_nat_gateways() throws Exception {
        var resources = resources("prod");
        assertEquals(Set.of("prod-bastion-cpu"), waiting(resources, "prod-bastion-group"));
        for (int zone = 1; zone <= 3; zone++) {
            assertEquals(Set.of("prod-private-default-route-" + zone), waiting(resources, "prod-nat-" + zone));
        }
    }

    private static Set<String> waiting(List<Registration> resources, String name) {
        var urn = resources.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().urn();
        return resources.stream().filter(one -> one.dependencies().contains(urn)).map(Registration::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Registration> needed(List<Registration> resources, String name) {
        var byUrn = resources.stream().collect(Collectors.toMap(Registration::urn, Function.identity()));
        var found = new HashSet<Registration>();
        resources.stream().filter(one -> one.name().equals(name)).forEach(one -> collect(byUrn, one, found));
        return resources.stream().filter(found::contains).toList();
    }

    private static void collect(Map<String, Registration> byUrn, Registration one, Set<Registration> found) {
        if (found.add(one)) {
            one.dependencies().forEach(urn -> collect(byUrn, byUrn.get(urn), found));
        }
    }

    private static List<Registration> resources(String stack) throws Exception {
        return PlanCommand.plan(Path.of(""), stack, StackFile.read(Path.of(""), stack, Map.of()), new JsonObject())
                .resources();
    }
}
