package aurorapg;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * What the SDK's wait for its tasks lacks. It asks after all of them without rest, and each time writes their list into a
 * message for its log: 43,000 rounds in a preview of prod, which took one of two processors and a quarter of the time. The
 * message is where a program can make it rest. On Java 25 it keeps its worker for good, so the common pool needs others.
 */
public final class DeploymentLoop {

    /** What the SDK's logger is called, and how the message of a round begins (com.pulumi:pulumi 1.36.1). */
    static final String LOGGER = "com.pulumi.deployment.internal.DeploymentImpl";

    static final String ROUND = "Remaining tasks [";

    /** Where the common pool reads how many workers it has; by itself one where there are two processors. */
    static final String WORKERS = "java.util.concurrent.ForkJoinPool.common.parallelism";

    /** Milliseconds between two rounds. 1 to 10 measured alike; a deployment ends at most one pause late. */
    static final long PAUSE = 5;

    // The log manager itself would forget it before the SDK asks.
    private static final Logger PAUSING = new PausingLogger();

    private DeploymentLoop() {}

    /** Readies this process for deployments; to be called first of all, since the pool asks once. Later calls do nothing. */
    public static void prepare() {
        if (System.getProperty(WORKERS) == null) {
            System.setProperty(WORKERS, "4");
        }
        LogManager.getLogManager().addLogger(PAUSING);
    }

    private static final class PausingLogger extends Logger {

        PausingLogger() {
            super(LOGGER, null);
        }

        @Override
        public void log(Level level, String message) {
            if (message.startsWith(ROUND)) {
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            // Else whoever reads the log of a failed program finds this class named above it.
            logp(level, LOGGER, "log", message);
        }
    }
}
