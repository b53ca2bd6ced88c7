package aurorapg.bootstrap;

import aurorapg.bootstrap.FailureRule.Action;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.postgresql.util.PSQLException;

/** Tries until it works, waiting cannot help or the time is over. */
final class Retry {

    /** Longest first pause in milliseconds; it doubles with every try. */
    private static final long FIRST_PAUSE = 200;

    /** Longest pause of all in milliseconds: a failover takes some ten seconds, so its end is not missed by much. */
    private static final long LONGEST_PAUSE = 5_000;

    /** How often the password is read anew; with the pauses between them about half a minute of a rotation. */
    private static final int SECRET_READS = 10;

    /** How to wait; {@link Thread#sleep(long)} outside the tests. */
    interface Pause {
        void millis(long milliseconds) throws InterruptedException;
    }

    /** What is tried. */
    interface Attempt<T> {
        T run() throws StepException;
    }

    private final LongSupplier remaining;
    private final Pause pause;
    private final RandomGenerator random;
    private final Log log;
    private final Runnable forgetSecret;
    private int secretReads;

    /**
     * A retry.
     *
     * @param remaining milliseconds until the deadline
     * @param forgetSecret makes the next attempt read the secret anew
     */
    Retry(LongSupplier remaining, Pause pause, RandomGenerator random, Log log, Runnable forgetSecret) {
        this.remaining = remaining;
        this.pause = pause;
        this.random = random;
        this.log = log;
        this.forgetSecret = forgetSecret;
    }

    /**
     * The attempt's result.
     *
     * @throws BootstrapException one sentence about the failure that could not be waited for, or not any longer
     */
    <T> T untilDone(Attempt<T> attempt) {
        for (int tries = 0; ; tries++) {
            try {
                return attempt.run();
            } catch (StepException failure) {
                var rule = FailureRule.of(failure.getCause());
                if (rule.action() == Action.GIVE_UP
                        || rule.action() == Action.READ_SECRET_AGAIN && ++secretReads > SECRET_READS) {
                    throw sentence(failure, "", rule);
                }
                if (rule.action() == Action.READ_SECRET_AGAIN) {
                    forgetSecret.run();
                }
                // Full jitter: many functions that wait for the same server do not come back together.
                long milliseconds = random.nextLong(1, 1 + Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tries, 10)));
                if (milliseconds >= remaining.getAsLong()) {
                    throw sentence(failure, " until the deadline", rule);
                }
                log.waiting(failure.step(), FailureRule.code(failure.getCause()), milliseconds);
                sleep(failure, milliseconds);
            }
        }
    }

    private void sleep(StepException failure, long milliseconds) {
        try {
            pause.millis(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw sentence(failure, " until the function was stopped", FailureRule.of(failure.getCause()));
        }
    }

    private static BootstrapException sentence(StepException failure, String until, FailureRule rule) {
        var cause = failure.getCause();
        return new BootstrapException("Step \"%s\" failed%s with %s%s; %s.".formatted(
                failure.step(), until, FailureRule.code(cause), serverSays(cause), rule.advice()));
    }

    /** The server's own words; what a library adds to them may repeat what it was given. */
    private static String serverSays(Throwable cause) {
        var message = cause instanceof PSQLException server && server.getServerErrorMessage() != null
                ? server.getServerErrorMessage().getMessage()
                : null;
        return message == null ? "" : ": " + message.replaceAll("\\s+", " ");
    }
}
