package aurorapg.plan.migration;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of every parameter and output of the three stacks, and what becomes of it. */
final class MappingTable {

    private static final String NONE = "none";

    private MappingTable() {}

    /** The tables in Markdown. */
    static String markdown() {
        return Stream.of(OldStack.values()).map(kind -> "### The %s\n\n%s\n%s".formatted(
                kind.title,
                table("parameter | our key", kind.parameters().stream()
                        .map(one -> row(one.name(), quoted(one.key()), one.remark()))),
                table("output | ours", kind.outputs().stream().map(one -> row(one.name(),
                        one.key() == null ? quoted(one.output()) : "key " + quoted(one.key()), one.remark())))))
                .collect(Collectors.joining("\n"));
    }

    private static String table(String head, Stream<String> rows) {
        return rows.collect(Collectors.joining("\n", "| %s | remark |\n|---|---|---|\n".formatted(head), "\n"));
    }

    private static String row(String name, String ours, String remark) {
        return "| %s | %s | %s |".formatted(quoted(name), ours, Objects.requireNonNullElse(remark, ""));
    }

    private static String quoted(String name) {
        return name == null ? NONE : "`" + name + "`";
    }
}
