package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DeploymentLoopTest {

    @Test
    void aRoundOfTheSdkPauses() {
        DeploymentLoop.prepare();
        var sdk = Logger.getLogger(DeploymentLoop.LOGGER);

        var start = System.nanoTime();
        for (var round = 0; round < 10; round++) {
            sdk.log(Level.FINEST, DeploymentLoop.ROUND + "3]: ...");
        }

        assertTrue(System.nanoTime() - start >= 10 * DeploymentLoop.PAUSE * 1_000_000, "the loop still turns without rest");
    }

    @Test
    void whatTheSdkLogsStillArrives() {
        DeploymentLoop.prepare();
        var sdk = Logger.getLogger(DeploymentLoop.LOGGER);
        var arrived = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                arrived.add(logged.getSourceClassName() + ": " + logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        sdk.addHandler(handler);
        sdk.setUseParentHandlers(false);
        try {
            sdk.log(Level.SEVERE, "an error");
            sdk.log(Level.SEVERE, DeploymentLoop.ROUND + "1]: one");
        } finally {
            sdk.removeHandler(handler);
            sdk.setUseParentHandlers(true);
        }

        var sdkItself = DeploymentLoop.LOGGER + ": ";
        assertEquals(List.of(sdkItself + "an error", sdkItself + "Remaining tasks [1]: one"), arrived);
    }

    @Test
    void theCommonPoolHasWorkersBesideTheLoopUnlessSomebodyDecidedIt() {
        var before = System.getProperty(DeploymentLoop.WORKERS);
        try {
            System.clearProperty(DeploymentLoop.WORKERS);
            DeploymentLoop.prepare();
            assertEquals("4", System.getProperty(DeploymentLoop.WORKERS));

            System.setProperty(DeploymentLoop.WORKERS, "7");
            DeploymentLoop.prepare();
            assertEquals("7", System.getProperty(DeploymentLoop.WORKERS));
        } finally {
            System.setProperty(DeploymentLoop.WORKERS, before == null ? "4" : before);
        }
    }

    @Test
    void theSdkStillSpeaksAsThePauseExpects() throws Exception {
        assertTrue(constants("DeploymentImpl$DefaultRunner").contains(DeploymentLoop.ROUND), "the message was renamed");
        assertTrue(constants("DeploymentImpl$DeploymentState").contains(DeploymentLoop.LOGGER.replace('.', '/')), "the logger was renamed");
    }

    private static String constants(String type) throws Exception {
        try (var bytes = DeploymentLoop.class.getResourceAsStream("/com/pulumi/deployment/internal/" + type + ".class")) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
