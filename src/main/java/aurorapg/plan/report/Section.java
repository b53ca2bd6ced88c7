package aurorapg.plan.report;

import java.util.List;

/**
 * A part of a report, the same in every form.
 *
 * @param title what it tells
 * @param kind how it is shown
 * @param columns headings; none for lines
 * @param rows what stands below them, in lines one cell each
 */
record Section(String title, Kind kind, List<String> columns, List<List<String>> rows) {

    /** How a section is shown. */
    enum Kind {
        /** What comes before everything else and is never folded. */
        DANGERS,
        /** Rows that begin with what happens: +, ~, - or ±. */
        CHANGES,
        TABLE,
        /** Lines whose indentation counts. */
        LINES
    }

    static Section table(String title, List<String> columns, List<List<String>> rows) {
        return new Section(title, Kind.TABLE, columns, rows);
    }

    static Section lines(String title, List<String> lines) {
        return new Section(title, Kind.LINES, List.of(), lines.stream().map(List::of).toList());
    }
}
