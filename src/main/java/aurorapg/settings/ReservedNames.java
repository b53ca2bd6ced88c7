package aurorapg.settings;

import java.util.Locale;
import java.util.Set;

/** Names that no master user can have. */
final class ReservedNames {

    /** PostgreSQL's reserved key words (PostgreSQL 17, appendix C, both kinds of "reserved"). */
    private static final Set<String> KEY_WORDS = words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with
            """);

    /** Roles that exist already or that AWS refuses (contract; RDS' roles; PostgreSQL's role pseudo-names). */
    private static final Set<String> ROLES = words("postgres admin rdsadmin rdstopmgr rdsrepladmin master public none");

    private ReservedNames() {}

    /** Whether PostgreSQL, RDS or the contract keeps the name for itself, whatever its case. */
    static boolean contains(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return KEY_WORDS.contains(lower) || ROLES.contains(lower)
                || lower.startsWith("pg_") || lower.startsWith("rds");
    }

    /** Whether a role's name, which is quoted wherever it is used, is one that PostgreSQL or RDS keeps for itself. */
    static boolean containsRole(String name) {
        return ROLES.contains(name) || name.startsWith("pg_") || name.startsWith("rds");
    }

    /** Whether a schema's name is one that PostgreSQL keeps for itself; {@code public} is closed, not prepared. */
    static boolean containsSchema(String name) {
        return name.startsWith("pg_") || name.equals("information_schema") || name.equals("public");
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
