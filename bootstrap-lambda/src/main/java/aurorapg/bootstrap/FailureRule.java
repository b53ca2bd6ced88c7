package aurorapg.bootstrap;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What to do about a failure. The first rule that matches decides.
 *
 * @param matches whether the rule is about the failure
 * @param action what to do
 * @param advice what the reader of the failure can do, as the end of a sentence
 */
record FailureRule(Predicate<Throwable> matches, Action action, String advice) {

    /** What to do about a failure. */
    enum Action {
        /** Try the whole transaction again after a pause. */
        WAIT,
        /** As {@link #WAIT}, with a password read anew: a rotation may be under way. */
        READ_SECRET_AGAIN,
        /** Waiting cannot mend it. */
        GIVE_UP
    }

    private static final String REACHABLE =
            "check that the cluster is available and that its security group lets the function in";

    /** SQLSTATEs are those of PostgreSQL 17, appendix A, and of pgjdbc for what happens before the server answers. */
    private static final List<FailureRule> RULES = List.of(
            new FailureRule(failure -> has(failure, CertificateException.class), Action.GIVE_UP,
                    "the server's certificate is not one that RDS' authorities signed for this host and this day: "
                            + "check CLUSTER_ENDPOINT, and renew the authorities as bootstrap-lambda/README.md says"),
            state("08004", Action.GIVE_UP, "the server takes no TLS connection: check CLUSTER_ENDPOINT and "
                    + "CLUSTER_PORT"),
            state("08", Action.WAIT, REACHABLE),
            state("57P0", Action.WAIT, REACHABLE),
            state("53300", Action.WAIT, "free some connections or raise max_connections"),
            state("25006", Action.WAIT, "check that CLUSTER_ENDPOINT is the writer's endpoint"),
            state("40001", Action.WAIT, "deploy again when fewer changes are under way"),
            state("40P01", Action.WAIT, "deploy again when fewer changes are under way"),
            state("55P03", Action.WAIT, "end the session that holds the lock"),
            state("57014", Action.WAIT, "end the session that holds the lock, or raise the function's timeout"),
            // Another database of the cluster has a bootstrap of its own; its lock is not ours, but roles are shared.
            state("23505", Action.WAIT, "deploy again when no other bootstrap runs in this cluster"),
            state("42710", Action.WAIT, "deploy again when no other bootstrap runs in this cluster"),
            state("XX000", Action.WAIT, "deploy again, and read the server's log"),
            state("28P01", Action.READ_SECRET_AGAIN,
                    "the secret's password is not the master user's: wait for the rotation's end or rotate it"),
            state("28", Action.GIVE_UP, "let the master user log in with a password over TLS"),
            state("3D000", Action.GIVE_UP, "check DATABASE_NAME: the cluster has no such database"),
            state("0A000", Action.GIVE_UP, "take the extension out of database.bootstrap.extensions, or choose an "
                    + "engine version that has it"),
            state("58P01", Action.GIVE_UP, "take the extension out of database.bootstrap.extensions, or choose an "
                    + "engine version that has it"),
            state("55000", Action.GIVE_UP, "put the extension's library into shared_preload_libraries in "
                    + "database.clusterParameters and restart the cluster"),
            state("42501", Action.GIVE_UP, "let the object's owner, or who created the role, do this step or hand it "
                    + "to the master user"),
            state("42704", Action.GIVE_UP, "create what is missing; rds_iam and rds_superuser exist on RDS only"),
            new FailureRule(failure -> failure instanceof AwsServiceException service
                    && (service.statusCode() >= 500 || service.isThrottlingException()), Action.WAIT,
                    "deploy again when Secrets Manager answers"),
            new FailureRule(failure -> failure instanceof AwsServiceException, Action.GIVE_UP,
                    "check that the secret in MASTER_SECRET_ARN exists and that the function's role may read it and "
                            + "use its key"),
            new FailureRule(SdkClientException.class::isInstance, Action.WAIT,
                    "check that the function's subnets reach Secrets Manager"),
            new FailureRule(failure -> true, Action.GIVE_UP, "read the server's log"));

    static FailureRule of(Throwable failure) {
        return RULES.stream().filter(rule -> rule.matches.test(failure)).findFirst().orElseThrow();
    }

    /** The failure's code for logs and sentences: an SQLSTATE, Secrets Manager's error code or a class. */
    static String code(Throwable failure) {
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return "SQLSTATE " + sql.getSQLState();
        }
        if (failure instanceof AwsServiceException service) {
            return "HTTP %d %s".formatted(service.statusCode(),
                    service.awsErrorDetails() == null ? "" : service.awsErrorDetails().errorCode()).strip();
        }
        return failure.getClass().getSimpleName();
    }

    private static FailureRule state(String prefix, Action action, String advice) {
        return new FailureRule(failure -> failure instanceof SQLException sql && sql.getSQLState() != null
                && sql.getSQLState().startsWith(prefix), action, advice);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
