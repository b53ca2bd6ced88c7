package aurorapg.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.compare.Change;
import aurorapg.plan.compare.Comparison;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What changes of a running stack's configuration do to it. {@code transitions.tsv} lists them: a name, the stage, what
 * the stack has, what changes; {@code transitions.txt} says what each does.
 */
class TransitionsTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/aurorapg/plan");
    private static final Path GOLDEN = DIRECTORY.resolve("transitions.txt");

    private static final JsonObject REFS = JsonParser.parseString("""
            {"organization/aurora-postgres/net": {"vpcId": "vpc-1", "vpcCidr": "10.99.0.0/16",
                "publicNetworkAclId": "acl-1", "publicSubnetIds": ["subnet-7", "subnet-8", "subnet-9"],
                "privateSubnetIds": ["subnet-1", "subnet-2", "subnet-3"],
                "bastionSecurityGroupId": "sg-9", "bastionAutoScalingGroup": "net-bastion-1"}}
            """).getAsJsonObject();

    /** A transition; each configuration is {@code path=json} after path=json, {@code path=} takes the key out. */
    private record Transition(String name, String stage, String has, String changes) {

        static List<Transition> all() throws Exception {
            return Files.readAllLines(DIRECTORY.resolve("transitions.tsv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t+"))
                    .map(cells -> new Transition(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    private final Map<String, Plan> plans = new HashMap<>();

    @Test
    void every_transition_does_what_was_accepted_and_loses_no_data_without_a_danger() throws Exception {
        var transitions = Transition.all();
        assertTrue(transitions.size() >= 40, "only " + transitions.size());
        assertEquals(transitions.size(), transitions.stream().map(Transition::name).distinct().count(), "names");
        var text = new StringBuilder();
        for (var transition : transitions) {
            var found = Comparison.of(
                    plan(transition.stage(), transition.has()),
                    plan(transition.stage(), transition.has() + " " + transition.changes()));
            nothingIsLostInSilence(transition, found);
            text.append(said(transition, found));
        }
        if (Boolean.getBoolean("accept")) {
            Files.writeString(GOLDEN, text.toString());
        }
        assertEquals(Files.readString(GOLDEN), text.toString(), "mvn -B -ntp test -Daccept=true accepts the change");
    }

    /** Its name stands in every logical name: nothing of the old stack is anything of the new one. */
    @Test
    void renamed_stack_shares_no_resource_with_the_old_one_and_is_not_compared() throws Exception {
        var before = plan("prod", "-");
        var renamed = PlanCommand.plan(Path.of(""), "live", StackFile.read(Path.of(""), "prod", Map.of()), REFS);
        var urns = before.resources().stream().map(one -> one.urn()).collect(Collectors.toSet());
        assertTrue(renamed.resources().stream().noneMatch(one -> urns.contains(one.urn())));
        assertEquals(
                "is a plan of stack prod, not of live",
                assertThrows(IllegalArgumentException.class, () -> Comparison.of(before, renamed)).getMessage());
    }

    private static void nothingIsLostInSilence(Transition transition, Comparison found) {
        var warned = found.dangers().stream().map(danger -> danger.resource()).collect(Collectors.toSet());
        found.changes().stream()
                .filter(change -> Set.of(Change.Kind.REPLACED, Change.Kind.REMOVED).contains(change.kind()))
                .filter(change -> ResourceType.of(change.type()).map(ResourceType::holds).isPresent())
                .forEach(change -> assertTrue(
                        warned.contains(change.name()), transition.name() + ": " + change.name() + " goes without a word"));
    }

    private static String said(Transition transition, Comparison found) {
        var lines = new ArrayList<String>(List.of("%s (%s): %d".formatted(
                transition.name(), transition.stage(), found.exitCode())));
        for (var kind : Change.Kind.values()) {
            found.changes().stream().filter(change -> change.kind() == kind)
                    .map(change -> "  %s %s%s".formatted(
                            kind.name().toLowerCase(java.util.Locale.ROOT), change.name(), why(change)))
                    .sorted().forEach(lines::add);
        }
        found.dangers().forEach(danger -> lines.add("  danger %s %s".formatted(danger.resource(), danger.what())));
        return String.join("\n", lines) + "\n\n";
    }

    private static String why(Change change) {
        return switch (change.kind()) {
            case CHANGED -> ": " + paths(change, false);
            case REPLACED -> " by " + paths(change, true);
            default -> "";
        };
    }

    private static String paths(Change change, boolean forcing) {
        return change.properties().stream().filter(property -> !forcing || property.forces())
                .map(property -> property.path()).distinct().collect(Collectors.joining(", "));
    }

    private Plan plan(String stage, String configuration) throws Exception {
        var key = stage + " " + configuration.strip();
        if (!plans.containsKey(key)) {
            var values = new TreeMap<>(StackFile.read(Path.of(""), stage, Map.of()).values());
            for (var one : configuration.strip().split("\\s+(?=[a-z][A-Za-z.]+=)")) {
                if (!one.equals("-") && !one.isEmpty()) {
                    var parts = one.split("=", 2);
                    set(values, parts[0], parts[1]);
                }
            }
            try {
                plans.put(key, PlanCommand.plan(Path.of(""), stage, new StackFile(values, Set.of(), Set.of()), REFS));
            } catch (Refusal | RuntimeException e) {
                throw new AssertionError(key + ": " + e.getMessage(), e);
            }
        }
        return plans.get(key);
    }

    private static void set(Map<String, String> values, String path, String json) {
        if (path.startsWith("aws.")) {
            values.put(path.replace('.', ':'), json);
            return;
        }
        var steps = path.split("\\.");
        var top = "aurora-postgres:" + steps[0];
        if (steps.length == 1) {
            if (json.isEmpty()) {
                values.remove(top);
            } else {
                values.put(top, json);
            }
            return;
        }
        var root = JsonParser.parseString(values.getOrDefault(top, "{}")).getAsJsonObject();
        var at = root;
        for (int step = 1; step < steps.length - 1; step++) {
            if (!at.has(steps[step])) {
                at.add(steps[step], new JsonObject());
            }
            at = at.getAsJsonObject(steps[step]);
        }
        if (json.isEmpty()) {
            at.remove(steps[steps.length - 1]);
        } else {
            at.add(steps[steps.length - 1], JsonParser.parseString(json));
        }
        values.put(top, new Gson().toJson(root));
    }
}
