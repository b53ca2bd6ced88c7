package aurorapg.settings;

import java.util.stream.Collectors;

/** The README's table of the configuration. */
public final class ConfigurationTable {

    private static final String HEAD =
            """
            | key | what it is | value | default |
            |---|---|---|---|
            """;

    private ConfigurationTable() {}

    /** The table in Markdown, without keys of features that are not there yet. */
    public static String markdown() {
        return Configuration.keys().stream()
                .filter(key -> key.notBuilt().isEmpty())
                .map(key -> "| `%s` | %s | %s | %s |".formatted(
                        key.path(), key.description(), key.type().allowed(), key.defaultInWords()))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }
}
