package aurorapg.bootstrap;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's names: which are allowed, and how SQL writes them. */
final class Names {

    /** Longest name in bytes; PostgreSQL cuts what is longer without a word (NAMEDATALEN - 1). */
    static final int MAX_BYTES = 63;

    private static final String LOGIN_SUFFIX = "_login";

    private Names() {}

    /** The name as a quoted identifier, whatever it contains. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The text as a string constant that means the same whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        var quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** The login of a group: its name, cut between two characters where it must be, and {@code _login}. */
    static String loginOf(String role) {
        int end = role.length();
        while (bytes(role.substring(0, end)) > MAX_BYTES - LOGIN_SUFFIX.length()) {
            end = role.offsetByCodePoints(end, -1);
        }
        return role.substring(0, end) + LOGIN_SUFFIX;
    }

    /** What keeps the text from being a name, if anything. */
    static Optional<String> wrongName(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.indexOf('\0') >= 0 || bytes(name) < 0) {
            return Optional.of("holds a character that PostgreSQL cannot store");
        }
        return bytes(name) > MAX_BYTES ? Optional.of("is longer than 63 bytes") : Optional.empty();
    }

    /** What keeps the text from being a role of ours: also names that PostgreSQL or RDS keep for themselves. */
    static Optional<String> wrongRole(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return wrongName(name).or(() -> reservedPrefix(lower) || lower.equals("public") || lower.equals("none")
                ? Optional.of("is a name that PostgreSQL or RDS keeps for itself")
                : Optional.empty());
    }

    /** What keeps the text from being a schema of ours. */
    static Optional<String> wrongSchema(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return wrongName(name).or(() -> lower.startsWith("pg_") || lower.equals("information_schema")
                ? Optional.of("is a name that PostgreSQL keeps for itself")
                : Optional.empty());
    }

    private static boolean reservedPrefix(String lower) {
        return lower.startsWith("pg_") || lower.startsWith("rds");
    }

    /** Bytes of the text in UTF-8; -1: it has no such form (half of a surrogate pair). */
    private static int bytes(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
        } catch (CharacterCodingException e) {
            return -1;
        }
    }
}
