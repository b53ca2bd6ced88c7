package aurorapg.plan;

import aurorapg.settings.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command line.
 *
 * @param stack the stack's name; empty with {@code stages} or {@code fromCloudFormation}
 * @param stages whether the stages' differences are asked for instead of a plan
 * @param fromCloudFormation file that describes the stacks that a stack file is made of; empty: none is asked for
 * @param config values over the stack file's, by path
 * @param format text, markdown, json or svg
 * @param out file to write to; empty: standard output
 * @param against plan in JSON to compare with
 * @param refs file with other stacks' outputs
 * @param strict whether every change counts as a danger
 */
record Arguments(
        String stack,
        boolean stages,
        Optional<String> fromCloudFormation,
        Map<String, String> config,
        String format,
        Optional<String> out,
        Optional<String> against,
        Optional<String> refs,
        boolean strict) {

    static final String USAGE =
            """
            ./plan STACK [--config KEY=VALUE]... [--format text|markdown|json|svg] [--out FILE]
                         [--against PLAN.json] [--refs FILE] [--strict]
            ./plan --stages
            ./plan --from-cloudformation FILE [--out FILE]
              everything that the program would register for Pulumi.STACK.yaml, without an account
              --config   a value over the stack file's, such as database.port=5433; JSON or text
              --against  compare with an earlier plan, made by --format json
              --refs     outputs of other stacks: {"organization/aurora-postgres/net": {"vpcId": "..."}}
              --strict   every change counts as a danger: only no change is not 3
              --from-cloudformation  a stack file out of what `aws cloudformation describe-stacks` printed of the
                         VPC, bastion and Aurora stack; 0 when it is complete, 1 when something is missing in it
            exit codes: 0 no change or no comparison, 2 changes, 3 dangers, 1 errors in the configuration,
                        64 wrong usage""";

    private static final String FROM_CLOUDFORMATION = "--from-cloudformation";
    private static final List<String> FORMATS = List.of("text", "markdown", "json", "svg");
    private static final Set<String> WITH_VALUE =
            new TreeSet<>(Set.of("--config", "--format", "--out", "--against", "--refs", FROM_CLOUDFORMATION));
    private static final Set<String> FLAGS = Set.of("--strict", "--stages");

    static Arguments of(String... args) throws Refusal {
        var stacks = new ArrayList<String>();
        var config = new LinkedHashMap<String, String>();
        var values = new HashMap<String, String>();
        var flags = new TreeSet<String>();
        var rest = new ArrayList<>(Arrays.asList(args));
        while (!rest.isEmpty()) {
            var arg = rest.remove(0);
            var equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            if (equals > 0 && WITH_VALUE.contains(arg.substring(0, equals))) {
                rest.add(0, arg.substring(equals + 1));
                arg = arg.substring(0, equals);
            }
            if (FLAGS.contains(arg)) {
                flags.add(arg);
            } else if (WITH_VALUE.contains(arg)) {
                if (rest.isEmpty()) {
                    throw wrong(arg + " needs a value");
                }
                var value = rest.remove(0);
                if (arg.equals("--config")) {
                    var at = value.indexOf('=');
                    if (at < 1) {
                        throw wrong("--config " + value + ": KEY=VALUE is wanted, such as database.port=5433");
                    }
                    config.put(value.substring(0, at), value.substring(at + 1));
                } else if (values.put(arg, value) != null) {
                    throw wrong(arg + " stands there twice");
                }
            } else if (arg.startsWith("-")) {
                var known = new TreeSet<>(WITH_VALUE);
                known.addAll(FLAGS);
                throw wrong(arg + Nearest.to(arg, known).map(": did you mean %s?"::formatted).orElse(" is not known"));
            } else {
                stacks.add(arg);
            }
        }
        var format = values.getOrDefault("--format", "text");
        if (!FORMATS.contains(format)) {
            throw wrong("--format " + format + Nearest.to(format, FORMATS).map(": did you mean %s?"::formatted)
                    .orElse(": " + String.join(", ", FORMATS) + " are known"));
        }
        var stages = flags.contains("--stages");
        var described = Optional.ofNullable(values.get(FROM_CLOUDFORMATION));
        if (described.isPresent()) {
            if (!stacks.isEmpty() || !flags.isEmpty() || !config.isEmpty()
                    || !Set.of(FROM_CLOUDFORMATION, "--out").containsAll(values.keySet())) {
                throw wrong(FROM_CLOUDFORMATION + " goes with --out alone");
            }
        } else if (stacks.size() != (stages ? 0 : 1)) {
            throw wrong(stages ? "--stages takes no stack" : "exactly one stack is wanted, such as ./plan dev");
        }
        return new Arguments(
                stacks.isEmpty() ? "" : stacks.get(0), stages, described, config, format,
                Optional.ofNullable(values.get("--out")), Optional.ofNullable(values.get("--against")),
                Optional.ofNullable(values.get("--refs")), flags.contains("--strict"));
    }

    private static Refusal wrong(String sentence) {
        return new Refusal(Refusal.USAGE, sentence + "\n" + USAGE);
    }
}
