package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.bootstrap.FailureRule.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** When the function waits, for how long, and when it gives up; with a clock of the test's own. */
class RetryTest {

    private final List<Long> pauses = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long remaining = 60_000;
    private int forgotten;

    /** Always the longest pause that the jitter allows. */
    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long origin, long bound) {
            assertEquals(1, origin);
            return bound - 1;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "08001,WAIT", "08006,WAIT", "08003,WAIT", "57P01,WAIT", "57P02,WAIT", "57P03,WAIT", "57014,WAIT", "53300,WAIT",
        "40001,WAIT", "40P01,WAIT", "55P03,WAIT", "25006,WAIT", "23505,WAIT", "42710,WAIT", "XX000,WAIT",
        "28P01,READ_SECRET_AGAIN", "28000,GIVE_UP", "08004,GIVE_UP", "42501,GIVE_UP", "58P01,GIVE_UP", "0A000,GIVE_UP",
        "3D000,GIVE_UP", "55000,GIVE_UP", "42704,GIVE_UP", "42601,GIVE_UP", "22023,GIVE_UP", "53100,GIVE_UP"})
    void judges_by_sqlstate(String state, Action action) {
        assertEquals(action, FailureRule.of(new SQLException("", state)).action());
    }

    @Test
    void judges_by_kind() {
        assertEquals(Action.GIVE_UP, FailureRule.of(new SQLException("", "08006",
                new IOException(new CertificateException()))).action());
        assertEquals(Action.WAIT, FailureRule.of(new SQLException("", "08006", new IOException())).action());
        assertEquals(Action.GIVE_UP, FailureRule.of(new SQLException("no state")).action());
        assertEquals(Action.WAIT, FailureRule.of(SdkClientException.create("")).action());
        assertEquals(Action.WAIT, FailureRule.of(service(500, "InternalServiceError")).action());
        assertEquals(Action.WAIT, FailureRule.of(service(503, "ServiceUnavailable")).action());
        assertEquals(Action.WAIT, FailureRule.of(service(400, "ThrottlingException")).action());
        assertEquals(Action.GIVE_UP, FailureRule.of(service(400, "AccessDeniedException")).action());
        assertEquals(Action.GIVE_UP, FailureRule.of(ResourceNotFoundException.builder().statusCode(400).build())
                .action());
        assertEquals(Action.GIVE_UP, FailureRule.of(new IllegalStateException()).action());
    }

    @Test
    void names_failures_by_codes_and_never_by_messages() {
        assertEquals("SQLSTATE 08001", FailureRule.code(new SQLException("m", "08001")));
        assertEquals("SQLException", FailureRule.code(new SQLException("m")));
        assertEquals("HTTP 400 ThrottlingException", FailureRule.code(service(400, "ThrottlingException")));
        assertEquals("HTTP 502", FailureRule.code(SecretsManagerException.builder().statusCode(502).build()));
        assertEquals("SdkClientException", FailureRule.code(SdkClientException.create("m")));
    }

    @Test
    void doubles_its_longest_pause_up_to_five_seconds() {
        failing(14, "57P03");
        assertEquals(List.of(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L, 5000L, 5000L, 5000L, 5000L, 5000L,
                5000L),
                pauses);
        assertEquals(0, forgotten);
        var line = "{\"level\":\"WARN\",\"step\":\"try\",\"result\":\"waiting\",\"code\":\"SQLSTATE 57P03\","
                + "\"milliseconds\":200}";
        assertEquals(line, printed.toString().lines().findFirst().orElseThrow());
    }

    @Test
    void gives_up_when_the_pause_would_reach_the_deadline() {
        remaining = 3200;
        var failure = assertThrows(BootstrapException.class, () -> failing(14, "53300"));
        assertEquals("Step \"try\" failed until the deadline with SQLSTATE 53300; "
                + "free some connections or raise max_connections.", failure.getMessage());
        assertEquals(List.of(200L, 400L, 800L, 1600L), pauses);
    }

    @Test
    void gives_up_at_once_on_what_waiting_cannot_mend() {
        var failure = assertThrows(BootstrapException.class, () -> failing(1, "3D000"));
        assertEquals("Step \"try\" failed with SQLSTATE 3D000; check DATABASE_NAME: the cluster has no such database.",
                failure.getMessage());
        assertEquals(List.of(), pauses);
    }

    @Test
    void reads_the_secret_anew_ten_times_at_most() {
        remaining = Long.MAX_VALUE;
        failing(10, "28P01");
        assertEquals(10, forgotten);
        var failure = assertThrows(BootstrapException.class, () -> failing(11, "28P01"));
        assertTrue(failure.getMessage().startsWith("Step \"try\" failed with SQLSTATE 28P01; the secret's password"),
                failure.getMessage());
        assertEquals(20, forgotten);
    }

    @Test
    void says_what_it_waited_for_when_it_is_stopped() {
        var retry = new Retry(() -> remaining, millis -> {
            throw new InterruptedException();
        }, LONGEST, new Log(new PrintStream(printed)), () -> {});
        var failure = assertThrows(BootstrapException.class, () -> retry.untilDone(() -> {
            throw new StepException("try", new SQLException("m", "57P03"));
        }));
        assertTrue(Thread.interrupted());
        assertTrue(failure.getMessage().startsWith(
                "Step \"try\" failed until the function was stopped with SQLSTATE 57P03; "), failure.getMessage());
    }

    private void failing(int times, String state) {
        var retry = new Retry(() -> remaining, pauses::add, LONGEST, new Log(new PrintStream(printed)),
                () -> forgotten++);
        int[] tries = {0};
        assertEquals("done", retry.untilDone(() -> {
            if (tries[0]++ < times) {
                throw new StepException("try", new SQLException("m", state));
            }
            return "done";
        }));
    }

    private static SecretsManagerException service(int status, String code) {
        return (SecretsManagerException) SecretsManagerException.builder().statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
    }
}
