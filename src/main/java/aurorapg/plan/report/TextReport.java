package aurorapg.plan.report;

import aurorapg.plan.Plan;
import aurorapg.plan.compare.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan as a terminal shows it, {@value #WIDTH} columns wide. */
public final class TextReport {

    static final int WIDTH = 100;
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;
    /** Characters; the longest key of the configuration has 41. */
    private static final int LONGEST_KEY = 45;
    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final Map<String, String> COLOURS = Map.of("+", "32", "~", "33", "-", RED, "±", RED);

    private final StringBuilder text = new StringBuilder();
    private final boolean colours;

    private TextReport(boolean colours) {
        this.colours = colours;
    }

    /** The report; {@code colours} are ANSI sequences, for a terminal only. */
    public static String of(Plan plan, Optional<Comparison> comparison, boolean colours) {
        var report = Report.of(plan, comparison);
        var form = new TextReport(colours);
        form.line(BOLD, report.title());
        report.summary().forEach(sentence -> wrap(sentence, WIDTH).forEach(line -> form.line("", line)));
        report.sections().forEach(form::section);
        return form.text.toString();
    }

    private void section(Section section) {
        text.append('\n');
        line(section.kind() == Section.Kind.DANGERS ? BOLD + ";" + RED : BOLD, section.title());
        if (section.kind() == Section.Kind.LINES) {
            section.rows().forEach(row -> indented(row.get(0)));
            return;
        }
        var widths = widths(section);
        var headings = cells(section.columns(), widths);
        headings.forEach(line -> line("2", line));
        for (var row : section.rows()) {
            var colour = section.kind() == Section.Kind.CHANGES ? COLOURS.getOrDefault(row.get(0), "") : "";
            cells(row, widths).forEach(line -> line(colour, line));
        }
    }

    private void indented(String line) {
        var rest = line.stripLeading();
        var lead = line.substring(0, line.length() - rest.length());
        var wrapped = wrap(rest, WIDTH - lead.length() - 4);
        IntStream.range(0, wrapped.size())
                .forEach(at -> line("", lead + (at == 0 ? "" : "    ") + wrapped.get(at)));
    }

    private void line(String colour, String line) {
        var end = line.stripTrailing();
        text.append(colours && !colour.isEmpty() ? "\u001b[" + colour + "m" + end + "\u001b[0m" : end).append('\n');
    }

    /** Widths that make the widest columns give way until a row fits, first those that need not break a word for it. */
    private static int[] widths(Section section) {
        int[] widths = new int[section.columns().size()];
        int[] words = new int[widths.length];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(section.columns().get(column).length(),
                    section.rows().stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
            words[column] = section.rows().stream().flatMap(row -> Stream.of(row.get(at).split(" ")))
                    .mapToInt(String::length).filter(length -> length <= LONGEST_KEY).max().orElse(0);
        }
        var widest = Comparator.<Integer, Boolean>comparing(column -> widths[column] > words[column])
                .thenComparing(column -> widths[column]);
        while (IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) > WIDTH) {
            var one = IntStream.range(0, widths.length).filter(column -> widths[column] > NARROWEST).boxed().max(widest);
            if (one.isEmpty()) {
                break;
            }
            widths[one.get()]--;
        }
        return widths;
    }

    private static List<String> cells(List<String> row, int[] widths) {
        var wrapped = IntStream.range(0, widths.length).mapToObj(at -> cell(row.get(at), widths[at])).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        var lines = new ArrayList<String>();
        for (int at = 0; at < height; at++) {
            var line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                var cell = at < wrapped.get(column).size() ? wrapped.get(column).get(at) : "";
                line.append(column == 0 ? "" : GAP).append(cell).append(" ".repeat(widths[column] - cell.length()));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> cell(String text, int width) {
        var rest = text.stripLeading();
        var lead = text.substring(0, text.length() - rest.length());
        return wrap(rest, width - lead.length()).stream().map(lead::concat).toList();
    }

    /** Breaks at spaces, and within a word that is longer than a line after the last comma, slash, colon, hyphen or dot. */
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var rest = text.replaceAll("[\\p{Cntrl}]", " ").strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : inWord(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int inWord(String rest, int width) {
        return IntStream.iterate(width, at -> at > 0, at -> at - 1)
                .filter(at -> ",/:-.".indexOf(rest.charAt(at - 1)) >= 0).findFirst().orElse(width);
    }
}
