package aurorapg.settings;

/**
 * A setting as a plan shows it.
 *
 * @param key the path below the project's namespace, such as {@code database.port}
 * @param value the value as text; what happens without one, in words, when it has none
 * @param origin {@code stack file}, {@code command line}, {@code stage default}, {@code program default} or {@code not set}
 */
public record Setting(String key, String value, String origin) {}
