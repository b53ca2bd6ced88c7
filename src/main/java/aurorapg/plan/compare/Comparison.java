package aurorapg.plan.compare;

import aurorapg.plan.Plan;
import aurorapg.plan.engine.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan would do to a stack that an earlier plan describes. Masked secrets compare equal.
 *
 * @param changes resources that differ: replaced, removed, changed, added; of each kind by URN
 * @param outputs the stack's outputs that differ
 * @param dangers what deserves a decision, in the order of the changes
 */
public record Comparison(List<Change> changes, List<PropertyChange> outputs, List<Danger> dangers) {

    private static final Comparator<Pair> ORDER =
            Comparator.comparing((Pair pair) -> pair.kind()).thenComparing(pair -> pair.any().urn());

    /**
     * Compares two plans of a stack.
     *
     * @throws IllegalArgumentException with one sentence when they are plans of different stacks
     */
    public static Comparison of(Plan before, Plan after) {
        if (!before.stack().equals(after.stack())) {
            throw new IllegalArgumentException(
                    "is a plan of stack %s, not of %s".formatted(before.stack(), after.stack()));
        }
        var pairs = Pairing.of(before, after).stream().sorted(ORDER).toList();
        var old = before.resources();
        var planned = after.resources();
        return new Comparison(
                pairs.stream().map(Pair::change).toList(),
                Difference.of(before.outputs(), after.outputs(), (path, one, other) -> false),
                pairs.stream().flatMap(pair -> dangers(pair, old, planned)).toList());
    }

    /** The exit code that tells scripts: 0 nothing differs, 2 something does, 3 some of it is a danger. */
    public int exitCode() {
        if (!dangers.isEmpty()) {
            return 3;
        }
        return changes.isEmpty() && outputs.isEmpty() ? 0 : 2;
    }

    private static Stream<Danger> dangers(Pair pair, List<Registration> old, List<Registration> planned) {
        return DangerRules.ALL.stream().flatMap(rule -> rule.judge(new Scene(pair, old, planned)).stream());
    }
}
