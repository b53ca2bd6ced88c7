package aurorapg.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the bootstrap function prepares in the database.
 *
 * @param schema the application's schema
 * @param ownerRole group role that owns the schema and creates in it
 * @param readWriteRole group role that reads and writes
 * @param readOnlyRole group role that reads
 * @param extensions extensions to create, in order
 */
public record BootstrapSettings(
        String schema, String ownerRole, String readWriteRole, String readOnlyRole, List<String> extensions) {

    /** Longest name in bytes of UTF-8 (PostgreSQL's NAMEDATALEN less its terminator). */
    static final int LONGEST_NAME = 63;

    private static final String LOGIN_SUFFIX = "_login";

    /** The login of a group role, as the function names it: the role, cut to leave room, and {@value #LOGIN_SUFFIX}. */
    public static String login(String role) {
        var login = new StringBuilder(role);
        while (bytes(login.toString()) > LONGEST_NAME - LOGIN_SUFFIX.length()) {
            login.setLength(login.offsetByCodePoints(login.length(), -1));
        }
        return login + LOGIN_SUFFIX;
    }

    /** Group roles and logins. */
    static List<String> roles(String... groups) {
        return Stream.of(groups).flatMap(group -> Stream.of(group, login(group))).toList();
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
