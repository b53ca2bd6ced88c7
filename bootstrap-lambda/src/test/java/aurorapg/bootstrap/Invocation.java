package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One call of the function as Lambda makes it. Whatever happens, nothing that it prints, logs or throws may hold a
 * secret; every call checks that.
 */
final class Invocation {

    static final List<String> SECRETS =
            List.of(PostgresServer.PASSWORD, "wr0ng-pa55word", "secret-access-key", "session-token");

    final JsonObject answer;
    final RuntimeException failure;
    final String output;
    final long milliseconds;

    private Invocation(JsonObject answer, RuntimeException failure, String output, long milliseconds) {
        this.answer = answer;
        this.failure = failure;
        this.output = output;
        this.milliseconds = milliseconds;
    }

    static Map<String, String> environment(String host, int port, String database, String secretsUrl) {
        return new HashMap<>(Map.of(
                "MASTER_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:test",
                "CLUSTER_ENDPOINT", host, "CLUSTER_PORT", Integer.toString(port), "DATABASE_NAME", database,
                "AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "access-key",
                "AWS_SECRET_ACCESS_KEY", "secret-access-key", "AWS_SESSION_TOKEN", "session-token",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsUrl));
    }

    /** Calls the function with a time limit in milliseconds. */
    static Invocation of(Map<String, String> environment, String event, long limit) {
        var printed = new ByteArrayOutputStream();
        var logged = new StringBuffer();
        var root = Logger.getLogger("");
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.append(line.getMessage()).append(line.getThrown() == null ? "" : trace(line.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
        var out = System.out;
        var err = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        long start = System.nanoTime();
        var answer = new ByteArrayOutputStream();
        RuntimeException failure = null;
        try {
            new BootstrapHandler(environment, Certificates.AUTHORITY.certificatePem()).handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer,
                    context(System.nanoTime() + limit * 1_000_000));
        } catch (RuntimeException e) {
            failure = e;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(listener);
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        var output = printed.toString(StandardCharsets.UTF_8);
        var everything = output + logged + answer.toString(StandardCharsets.UTF_8)
                + (failure == null ? "" : trace(failure));
        SECRETS.forEach(secret -> assertFalse(everything.contains(secret), () -> "leaked: " + everything));
        assertFalse(everything.contains("jdbc:"), () -> "leaked: " + everything);
        if (failure != null) {
            assertNull(failure.getCause(), "Lambda prints the whole chain");
            assertTrue(answer.size() == 0, "a failed run has no answer");
        }
        return new Invocation(
                failure == null ? JsonParser.parseString(answer.toString(StandardCharsets.UTF_8))
                        .getAsJsonObject() : null,
                failure, output, milliseconds);
    }

    static Context context(long endNanos) {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return (int) ((endNanos - System.nanoTime()) / 1_000_000);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
