package aurorapg.bootstrap;

import aurorapg.bootstrap.Step.Kind;
import java.util.function.Function;

/**
 * The statements of a bootstrap of a fresh database, for people to read before they deploy. The checks between them,
 * the savepoint around {@code pgaudit.role} and the session's time limit are left out.
 */
public final class StatementsListing implements Function<String, String> {

    /** For {@link java.util.ServiceLoader}. */
    public StatementsListing() {}

    /**
     * The statements in order, each below a comment with its step's name.
     *
     * @param event the function's event with one more key, {@code database}: the database's name
     * @throws BootstrapException when the event is wrong
     */
    @Override
    public String apply(String event) {
        var json = BootstrapEvent.object("event", event);
        var database = json.remove("database");
        if (database == null || !database.isJsonPrimitive() || !database.getAsJsonPrimitive().isString()) {
            throw new BootstrapException("Step \"event\" failed: \"database\" is not a string.");
        }
        var text = new StringBuilder("-- one transaction\nBEGIN;\n-- lock\n").append(Transaction.LOCK).append(";\n");
        for (var step : Steps.of(BootstrapEvent.read(json), database.getAsString())) {
            if (step.kind() != Kind.REPAIR) {
                text.append("-- ").append(oneLine(step.name())).append('\n');
                step.statements().forEach(statement -> text.append(statement).append(";\n"));
            }
        }
        return text.append("-- all or nothing\nCOMMIT;\n").toString();
    }

    /** A line's end within a name would end the comment. */
    private static String oneLine(String name) {
        var line = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) {
                line.append("\\u%04x".formatted(point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }
}
