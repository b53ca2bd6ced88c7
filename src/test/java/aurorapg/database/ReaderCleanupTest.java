package aurorapg.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReaderCleanupTest {

    /** The function is Python, as its tests are: {@code src/test/python}. */
    @Test
    void python_tests_of_the_function_pass() throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("python3", "-B", "-m", "unittest", "discover", "-s", "src/test/python")
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: python3 is not there");
            return;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        assertEquals(0, process.exitValue(), said);
    }
}
