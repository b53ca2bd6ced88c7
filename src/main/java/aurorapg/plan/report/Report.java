package aurorapg.plan.report;

import aurorapg.plan.Plan;
import aurorapg.plan.analysis.Access;
import aurorapg.plan.analysis.Addresses;
import aurorapg.plan.analysis.CriticalPath;
import aurorapg.plan.analysis.Door;
import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.Holding;
import aurorapg.plan.analysis.ResourceTree;
import aurorapg.plan.compare.Change;
import aurorapg.plan.compare.Comparison;
import aurorapg.plan.compare.PropertyChange;
import aurorapg.plan.engine.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan says, before it has a form.
 *
 * @param title the plan in a few words
 * @param summary sentences for a reader who reads nothing else
 * @param sections the rest, the most pressing first
 */
record Report(String title, List<String> summary, List<Section> sections) {

    private static final int WORTH_NAMING = 3;
    private static final Map<Change.Kind, String> SIGNS = Map.of(
            Change.Kind.ADDED, "+", Change.Kind.CHANGED, "~", Change.Kind.REMOVED, "-", Change.Kind.REPLACED, "±");

    static Report of(Plan plan, Optional<Comparison> comparison) {
        var custom = plan.resources().stream().filter(Registration::custom).toList();
        var path = CriticalPath.of(plan.resources());
        var summary = new ArrayList<String>();
        comparison.ifPresent(found -> summary.add(counted(found)));
        summary.add("%d resources of %d types in %s, stage %s.".formatted(
                custom.size(), custom.stream().map(Registration::type).distinct().count(), plan.region(), plan.stage()));
        summary.add("Resources that hold data: %d; rules that let traffic in: %d.".formatted(
                Holding.of(custom).size(), doors(custom).size()));
        if (!path.isEmpty()) {
            summary.add("A first deployment takes about %s.".formatted(minutes(path.get(path.size() - 1).until())));
            summary.addAll(wins(path));
        }
        var addresses = Addresses.of(custom);
        addresses.stream().filter(one -> one.databases() >= 0 && one.databases() < Addresses.SCARCE || one.taken() > one.usable())
                .findFirst().ifPresent(one -> summary.add(
                        "Addresses run out: in %s, %s, %d of %d may be taken; %d more databases like this fit.".formatted(
                                one.subnet(), one.block(), one.taken(), one.usable(), Math.max(0, one.databases()))));
        var sections = new ArrayList<Section>();
        comparison.ifPresent(found -> sections.addAll(compared(found)));
        sections.add(Section.lines("Warnings", plan.warnings()));
        sections.add(settings(plan));
        sections.add(Section.table("What holds data", List.of("resource", "holds", "what keeps it"),
                Holding.of(custom).stream().map(one -> List.of(one.resource().name(), one.holds(),
                        one.guards().isEmpty() ? "nothing" : String.join("; ", one.guards()))).toList()));
        sections.add(Section.table("Doors", List.of("into", "from", "on", "by"), doors(custom)));
        sections.add(Section.table("Who may use keys and secrets", List.of("who", "may", "on", "if"),
                Access.of(custom).stream()
                        .map(one -> List.of(one.who(), one.may(), one.on(), one.condition())).toList()));
        sections.add(Section.table("Addresses",
                List.of("subnet", "block", "usable", "taken at most", "databases like this that still fit"),
                addresses.stream().map(one -> List.of(one.subnet(), one.block(), "" + one.usable(), "" + one.taken(),
                        one.databases() < 0 ? "" : "" + one.databases())).toList()));
        sections.add(Section.table("Critical path", List.of("resource", "type", "s", "until", "won at 0 s", "figure"),
                path.stream().map(Report::row).toList()));
        sections.add(Section.table("Outputs", List.of("output", "value; <name> is for AWS to decide"),
                plan.outputs().entrySet().stream()
                        .map(one -> List.of(one.getKey(), Excerpt.text(one.getValue()))).toList()));
        sections.add(counts(custom));
        sections.add(Section.lines("What the bootstrap runs in a new database", plan.bootstrap()));
        // The longest comes last: it is what has to give way where there is not room for all.
        sections.add(Section.lines("Resources", ResourceTree.lines(plan.resources())));
        return new Report("Plan of stack " + plan.stack(), summary,
                sections.stream().filter(one -> !one.rows().isEmpty()).toList());
    }

    private static String counted(Comparison found) {
        if (found.exitCode() == 0) {
            return "No change against the earlier plan.";
        }
        var counts = found.changes().stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
        var words = Stream.of(Change.Kind.values()).filter(counts::containsKey)
                .map(kind -> counts.get(kind) + " " + kind.name().toLowerCase(java.util.Locale.ROOT));
        var outputs = found.outputs().isEmpty() ? Stream.<String>of() : Stream.of(found.outputs().size() + " outputs differ");
        return "Against the earlier plan: %s; %s.".formatted(
                Stream.concat(words, outputs).collect(Collectors.joining(", ")),
                found.dangers().isEmpty() ? "no danger found"
                        : found.dangers().size() == 1 ? "1 danger" : found.dangers().size() + " dangers");
    }

    private static List<String> wins(List<CriticalPath.Step> path) {
        var most = path.stream().filter(step -> step.gain() > 0)
                .sorted(Comparator.comparing(CriticalPath.Step::gain).reversed()).limit(WORTH_NAMING)
                .map(step -> "%s (up to %s)".formatted(step.resource().name(), minutes(step.gain()))).toList();
        return most.isEmpty() ? List.of() : List.of("Time would be won at " + String.join(", ", most) + ".");
    }

    private static List<String> row(CriticalPath.Step step) {
        var takes = step.takes();
        return List.of(step.resource().name(), ResourceTree.shortType(step.resource().type()),
                "" + takes.seconds(), minutes(step.until()), "" + step.gain(),
                takes.source() + (takes.date().isEmpty() ? "" : " (" + takes.date() + ")"));
    }

    private static String minutes(int seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static Section settings(Plan plan) {
        return Section.table("Settings", List.of("setting", "value", "origin"), plan.settings().stream()
                .map(one -> List.of(one.key(), one.value(), one.origin())).toList());
    }

    private static Section counts(List<Registration> custom) {
        var counts = custom.stream().collect(Collectors.groupingBy(
                one -> ResourceTree.shortType(one.type()), TreeMap::new, Collectors.counting()));
        return Section.table("Resources by type", List.of("type", "number"), counts.entrySet().stream()
                .map(one -> List.of(one.getKey(), one.getValue().toString())).toList());
    }

    private static List<List<String>> doors(List<Registration> custom) {
        Function<Registration, Stream<List<String>>> row = rule -> Door.of(rule).stream().map(door -> List.of(
                door.target(), door.source(), door.ports(),
                rule.inputs().has("description") ? Excerpt.text(rule.inputs().get("description")) : rule.name()));
        return custom.stream().flatMap(row).toList();
    }

    private static List<Section> compared(Comparison found) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("Dangers", Section.Kind.DANGERS, List.of("resource", "what happens", "what it means"),
                found.dangers().stream().map(one -> List.of(one.resource(), one.what(), one.lost())).toList()));
        var rows = new ArrayList<List<String>>();
        for (var change : found.changes()) {
            rows.add(List.of(SIGNS.get(change.kind()), change.name() + " " + ResourceTree.shortType(change.type()),
                    change.kind().name().toLowerCase(java.util.Locale.ROOT)));
            change.properties().forEach(property -> rows.add(row(property)));
        }
        sections.add(new Section("Changes", Section.Kind.CHANGES, List.of("", "resource and property", "change"), rows));
        sections.add(new Section("Changes of outputs", Section.Kind.CHANGES, List.of("", "output", "change"),
                found.outputs().stream().map(Report::row).toList()));
        return sections;
    }

    private static List<String> row(PropertyChange property) {
        return List.of("", "  " + property.path(), "%s -> %s%s".formatted(
                property.before(), property.after(), property.forces() ? " (forces the replacement)" : ""));
    }
}
