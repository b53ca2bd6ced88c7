package aurorapg.bootstrap;

import java.util.List;
import java.util.Map;

/**
 * What a group may do, in PostgreSQL's words for privileges. What an object's owner holds by owning it is not named.
 *
 * <p>Each group may use schema {@code public}, where the extensions' functions, types and views live
 * (pg_stat_statements shows everybody their own statements there); nobody but its owner may create in it, and the
 * server's other roles have to be let in one by one.
 *
 * @param group the group
 * @param privileges for each kind of object the privileges on it
 */
record Rights(String group, Map<On, List<String>> privileges) {

    /** Where a privilege is held; the letter is PostgreSQL's for the kind's default ACL ({@code acldefault}). */
    enum On {
        DATABASE('d', "DATABASE"),
        SCHEMA('n', "SCHEMA"),
        PUBLIC_SCHEMA('n', "SCHEMA"),
        TABLES('r', "TABLE"),
        SEQUENCES('s', "SEQUENCE");

        final char letter;
        final String word;

        On(char letter, String word) {
            this.letter = letter;
            this.word = word;
        }
    }

    private static final List<String> NONE = List.of();

    List<String> on(On kind) {
        return privileges.get(kind);
    }

    /** The rights of the three groups. */
    static List<Rights> of(BootstrapEvent event) {
        return List.of(
                rights(event.ownerRole(), List.of("CONNECT", "TEMPORARY"), List.of("CREATE", "USAGE"), NONE, NONE),
                rights(event.readWriteRole(), List.of("CONNECT", "TEMPORARY"), List.of("USAGE"),
                        List.of("SELECT", "INSERT", "UPDATE", "DELETE"), List.of("USAGE", "SELECT")),
                rights(event.readOnlyRole(), List.of("CONNECT"), List.of("USAGE"),
                        List.of("SELECT"), List.of("SELECT")));
    }

    private static Rights rights(
            String group, List<String> database, List<String> schema, List<String> tables, List<String> sequences) {
        return new Rights(group, Map.of(
                On.DATABASE, database,
                On.SCHEMA, schema,
                On.PUBLIC_SCHEMA, List.of("USAGE"),
                On.TABLES, tables,
                On.SEQUENCES, sequences));
    }
}
