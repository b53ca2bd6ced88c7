package aurorapg.bootstrap;

import aurorapg.bootstrap.MasterSecret.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** From an event to a report: secret, connection, transaction, and a look with a new session. */
final class Bootstrap {

    /** Makes connections; {@link Cluster#connect} outside the tests. */
    interface Connector {
        Connection connect(Credentials credentials, long remaining) throws SQLException;
    }

    private static final String AUDITING = "auditing of new sessions";

    private final MasterSecret secret;
    private final Connector connector;
    private final LongSupplier remaining;
    private final Retry retry;
    private final Log log;

    /**
     * A bootstrap.
     *
     * @param remaining milliseconds until the deadline
     */
    Bootstrap(MasterSecret secret, Connector connector, LongSupplier remaining, Retry retry, Log log) {
        this.secret = secret;
        this.connector = connector;
        this.remaining = remaining;
        this.retry = retry;
        this.log = log;
    }

    /**
     * Brings the wanted state.
     *
     * @throws BootstrapException when it does not hold at the end, with one sentence that has no password in it
     */
    Report run(BootstrapEvent event, String database) {
        try {
            var report = retry.untilDone(() -> inSession(
                    event, connection -> new Transaction(event, database, remaining, log).run(connection)));
            if (event.audits()) {
                retry.untilDone(() -> inSession(event, Bootstrap::seeAuditing));
                log.step(AUDITING, "alreadyRight", 0);
            }
            return report;
        } catch (BootstrapException e) {
            throw new BootstrapException(secret.scrub(e.getMessage()));
        }
    }

    private interface Work<T> {
        T run(Connection connection) throws StepException;
    }

    private <T> T inSession(BootstrapEvent event, Work<T> work) throws StepException {
        var credentials = secret.credentials();
        if (event.roles().contains(credentials.username())) {
            throw new BootstrapException("Step \"roles\" failed: role " + Names.identifier(credentials.username())
                    + " is the master user; choose other names in database.bootstrap.");
        }
        try (var connection = connector.connect(credentials, remaining.getAsLong())) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new StepException("connect", e);
        }
    }

    /** Settings of a database show in sessions that begin after the commit. */
    private static Void seeAuditing(Connection connection) throws StepException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT " + Steps.auditsEnough("coalesce(current_setting('pgaudit.log', true), '')"))) {
            if (row.next() && row.getBoolean(1)) {
                return null;
            }
        } catch (SQLException e) {
            throw new StepException(AUDITING, e);
        }
        throw new BootstrapException("Step \"" + AUDITING + "\" failed: a new session does not log ddl and role; "
                + "take the master user's own setting of pgaudit.log away.");
    }
}
