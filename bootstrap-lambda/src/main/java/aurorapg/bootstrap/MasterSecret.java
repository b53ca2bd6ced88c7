package aurorapg.bootstrap;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The master user's name and password, read once and kept until it is forgotten. RDS' own secret holds only
 * {@code username} and {@code password}.
 */
final class MasterSecret {

    /**
     * A reading of the secret.
     *
     * @param username the master user
     * @param password its password
     */
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    static final String STEP = "master secret";

    private final Supplier<String> source;
    private final List<String> passwords = new ArrayList<>();
    private Credentials known;

    /** A secret whose text comes from the source, which may throw the SDK's exceptions. */
    MasterSecret(Supplier<String> source) {
        this.source = source;
    }

    /**
     * The credentials.
     *
     * @throws StepException when the source cannot give the text
     * @throws BootstrapException when the text is not as RDS writes it
     */
    Credentials credentials() throws StepException {
        if (known == null) {
            var json = BootstrapEvent.object(STEP, read());
            known = new Credentials(text(json, "username"), text(json, "password"));
            passwords.add(known.password());
        }
        return known;
    }

    void forget() {
        known = null;
    }

    /** The text without any password that was read. */
    String scrub(String text) {
        var scrubbed = text;
        for (var password : passwords) {
            scrubbed = scrubbed.replace(password, "***");
        }
        return scrubbed;
    }

    private String read() throws StepException {
        try {
            var text = source.get();
            return text == null ? "" : text;
        } catch (RuntimeException e) {
            throw new StepException(STEP, e);
        }
    }

    private static String text(JsonObject json, String key) {
        var value = json.get(key);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()
                || value.getAsString().isEmpty()) {
            throw new BootstrapException("Step \"%s\" failed: the secret has no text \"%s\"; put back RDS' own secret."
                    .formatted(STEP, key));
        }
        return value.getAsString();
    }
}
