package aurorapg.bootstrap;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The Lambda function. Takes the event that {@link BootstrapEvent} describes and answers with a JSON report; throws a
 * {@link BootstrapException} when the wanted state does not hold at the end.
 */
public final class BootstrapHandler implements RequestStreamHandler {

    /** The module's version, as in its pom. */
    static final String VERSION = "0.1.0";

    /**
     * Milliseconds kept for the answer before Lambda ends the function, and for timeouts that are whole seconds: to say
     * why is worth more than one more try.
     */
    private static final long MARGIN = 3_000;

    static {
        // After a failover the same name has another address, and a name that is new has one in a moment.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final Map<String, String> variables;
    private final String authorities;

    /** As Lambda makes it: the process' environment, RDS' authorities. */
    public BootstrapHandler() {
        this(System.getenv(), Cluster.rdsAuthorities());
    }

    BootstrapHandler(Map<String, String> variables, String authorities) {
        this.variables = variables;
        this.authorities = authorities;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        long start = System.nanoTime();
        var log = new Log(System.out);
        try {
            var event = BootstrapEvent.read(
                    BootstrapEvent.object("event", new String(input.readAllBytes(), StandardCharsets.UTF_8)));
            var report = run(event, () -> context.getRemainingTimeInMillis() - MARGIN, log);
            var answer = report.toJson((System.nanoTime() - start) / 1_000_000);
            output.write(new GsonBuilder().disableHtmlEscaping().create().toJson(answer)
                    .getBytes(StandardCharsets.UTF_8));
        } catch (BootstrapException e) {
            log.failed(e);
            throw e;
        } catch (RuntimeException e) {
            // A defect of this module. Its message may hold anything, so only its kind and place are told.
            var failure = new BootstrapException("Step \"bootstrap\" failed with " + e.getClass().getName() + " at "
                    + (e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0])
                    + "; report it as a defect of bootstrap-lambda.");
            log.failed(failure);
            throw failure;
        }
    }

    private Report run(BootstrapEvent event, LongSupplier remaining, Log log) {
        var environment = Environment.read(variables);
        var secret = new MasterSecret(new SecretsManager(environment, remaining));
        var cluster = new Cluster(environment.host(), environment.port(), environment.database(), authorities);
        var retry = new Retry(remaining, Thread::sleep, new SecureRandom(), log, secret::forget);
        return new Bootstrap(secret, cluster::connect, remaining, retry, log).run(event, environment.database());
    }
}
