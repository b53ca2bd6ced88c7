package aurorapg.settings;

/**
 * Something wrong with a stack's configuration.
 *
 * @param key the full key, such as {@code aurora-postgres:database.port}
 * @param wrong what is wrong, with the value
 * @param allowed what is allowed, or what to do
 */
public record Violation(String key, String wrong, String allowed) {

    /** {@code <key>: <what is wrong, with the value> (<what is allowed>)}. */
    @Override
    public String toString() {
        return "%s: %s (%s)".formatted(key, wrong, allowed);
    }
}
