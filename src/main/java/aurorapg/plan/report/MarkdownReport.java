package aurorapg.plan.report;

import aurorapg.plan.Plan;
import aurorapg.plan.compare.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as a comment in a pull request shows it: a summary, dangers and changes, the rest folded. */
public final class MarkdownReport {

    /** GitHub refuses a comment of more than 65,536 characters; a caller may add something of its own. */
    static final int LONGEST = 60_000;
    private static final int LONGEST_CELL = 600;
    private static final int ROOM_FOR_WHAT_IS_CUT = 4_000;
    private static final List<Section.Kind> OPEN = List.of(Section.Kind.DANGERS, Section.Kind.CHANGES);

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    /** The report, always shorter than {@value #LONGEST} characters; what is left out is said where it is missing. */
    public static String of(Plan plan, Optional<Comparison> comparison) {
        var report = Report.of(plan, comparison);
        var form = new MarkdownReport();
        form.text.append("## ").append(escaped(report.title())).append("\n\n");
        report.summary().forEach(sentence -> form.text.append("- ").append(escaped(sentence)).append('\n'));
        report.sections().forEach(form::section);
        return form.text.toString();
    }

    private void section(Section section) {
        boolean open = OPEN.contains(section.kind());
        boolean lines = section.kind() == Section.Kind.LINES;
        text.append(open
                ? "\n### %s\n\n".formatted(section.title())
                : "\n<details><summary>%s (%d)</summary>\n\n".formatted(section.title(), section.rows().size()));
        if (lines) {
            text.append("```text\n");
        } else {
            text.append(row(section.columns())).append("|---".repeat(section.columns().size())).append("|\n");
        }
        int shown = 0;
        for (var row : section.rows()) {
            var line = lines ? fenced(row.get(0)) : row(row);
            // Every section that follows must find room to say that it is cut.
            if (text.length() + line.length() > LONGEST - ROOM_FOR_WHAT_IS_CUT) {
                break;
            }
            text.append(line);
            shown++;
        }
        text.append(lines ? "```\n" : "");
        if (shown < section.rows().size()) {
            text.append("\n%d of %d are not shown here: see `./plan` with `--format text`.\n".formatted(
                    section.rows().size() - shown, section.rows().size()));
        }
        text.append(open ? "" : "\n</details>\n");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String fenced(String line) {
        return line.replaceAll("\\p{Cntrl}", " ").replace("```", "'''") + "\n";
    }

    /** Keeps what a value holds from being markup, a mention or a link. */
    private static String escaped(String value) {
        var plain = value.replaceAll("\\p{Cntrl}", " ").stripTrailing();
        var cut = plain.length() <= LONGEST_CELL ? plain : plain.substring(0, LONGEST_CELL) + "… (cut)";
        var lead = cut.length() - cut.stripLeading().length();
        return "&nbsp;".repeat(lead) + cut.stripLeading()
                .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]#|~!])", "\\\\$1")
                .replace("@", "&#64;&#8288;").replace("://", ":&#47;&#47;");
    }
}
