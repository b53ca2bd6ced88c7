package aurorapg.bootstrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Runs the steps on one connection in one transaction: all of them or none. */
final class Transaction {

    /** Two runs in one database follow each other: the lock's key is a hash of this text, and must stay as it is. */
    static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('aurora-postgres bootstrap', 0))";

    private static final String REFUSED = "42501";

    private final BootstrapEvent event;
    private final String database;
    private final LongSupplier remaining;
    private final Log log;
    private final Report report = new Report();
    private String current = "lock";

    /**
     * A transaction.
     *
     * @param remaining milliseconds until the deadline
     */
    Transaction(BootstrapEvent event, String database, LongSupplier remaining, Log log) {
        this.event = event;
        this.database = database;
        this.remaining = remaining;
        this.log = log;
    }

    /**
     * The report of a committed transaction.
     *
     * @throws StepException when a statement fails; the transaction is rolled back with its connection
     * @throws BootstrapException when a step's wanted state does not hold after its statements
     */
    Report run(Connection connection) throws StepException {
        try (var statement = connection.createStatement()) {
            // Braces in a name are no JDBC escape.
            statement.setEscapeProcessing(false);
            connection.setAutoCommit(false);
            limitTime(statement);
            statement.execute("SET LOCAL search_path TO public");
            statement.execute(LOCK);
            limitTime(statement);
            refuse(statement);
            for (var step : Steps.of(event, database)) {
                current = step.name();
                run(step, connection, statement);
            }
            current = "report";
            find(statement);
            versions(statement);
            current = "commit";
            connection.commit();
            log.step(current, "committed", 0);
            return report;
        } catch (SQLException e) {
            throw new StepException(current, e);
        }
    }

    private void run(Step step, Connection connection, Statement statement) throws SQLException {
        long start = System.nanoTime();
        var result = "alreadyRight";
        if (step.kind() == Step.Kind.ALWAYS || !holds(statement, step)) {
            result = step.kind().result;
            if (step.whenRefused().isPresent()) {
                if (!runUnlessRefused(step, connection, statement)) {
                    report.add("reported", step.whenRefused().get());
                    log.step(step.name(), "refused", millisSince(start));
                    return;
                }
            } else {
                execute(statement, step);
            }
            if (!holds(statement, step)) {
                throw new BootstrapException("Step \"" + step.name() + "\" failed: its statements ran, but their "
                        + "effect is not there; the object has another owner or another grantor, who has to do "
                        + "this step.");
            }
        }
        report.add(result, step.name());
        log.step(step.name(), result, millisSince(start));
    }

    private boolean runUnlessRefused(Step step, Connection connection, Statement statement) throws SQLException {
        var before = connection.setSavepoint();
        try {
            execute(statement, step);
            return true;
        } catch (SQLException e) {
            if (!REFUSED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private static void execute(Statement statement, Step step) throws SQLException {
        for (var sql : step.statements()) {
            statement.execute(sql);
        }
    }

    private static boolean holds(Statement statement, Step step) throws SQLException {
        try (var row = statement.executeQuery(step.check())) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void refuse(Statement statement) throws SQLException {
        var refusals = texts(statement, Findings.refusals(event));
        if (!refusals.isEmpty()) {
            throw new BootstrapException("Step \"roles\" failed: " + String.join("; ", refusals)
                    + "; choose other names in database.bootstrap or take these powers away.");
        }
    }

    private void find(Statement statement) throws SQLException {
        var found = new ArrayList<String>();
        for (var query : Findings.reports(event, database)) {
            found.addAll(texts(statement, query));
        }
        found.stream().limit(Findings.LIMIT).forEach(sentence -> report.add("reported", sentence));
        if (found.size() > Findings.LIMIT) {
            report.add("reported", "and %d more".formatted(found.size() - Findings.LIMIT));
        }
    }

    private void versions(Statement statement) throws SQLException {
        report.server(texts(statement, "SHOW server_version").get(0).split(" ")[0]);
        for (var extension : event.extensions()) {
            texts(statement, "SELECT extversion FROM pg_extension WHERE extname = " + Names.literal(extension))
                    .forEach(version -> report.extension(extension, version));
        }
    }

    /** The server ends a statement at the deadline by itself, so that none goes on when the function is gone. */
    private void limitTime(Statement statement) throws SQLException {
        statement.execute("SET LOCAL statement_timeout TO " + Math.max(1, remaining.getAsLong()));
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
