package aurorapg.bootstrap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that a bootstrap can leave in the catalog, without the example's own prefix so that two can be compared. */
final class Snapshot {

    private static final List<String> QUERIES = List.of(
            "SELECT 'extension ' || extname FROM pg_extension ORDER BY 1",
            """
            SELECT 'role ' || concat_ws(' ', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
              rolreplication, rolbypassrls, rolconnlimit, 'password', rolpassword) FROM pg_authid
             WHERE rolname LIKE %1$s ORDER BY 1""",
            """
            SELECT 'member ' || concat_ws(' ', r.rolname, m.rolname, g.rolname, x.admin_option,
              to_jsonb(x) ->> 'inherit_option', to_jsonb(x) ->> 'set_option')
             FROM pg_auth_members x JOIN pg_roles r ON r.oid = x.roleid JOIN pg_roles m ON m.oid = x.member
             JOIN pg_roles g ON g.oid = x.grantor WHERE r.rolname LIKE %1$s OR m.rolname LIKE %1$s ORDER BY 1""",
            """
            SELECT 'setting ' || concat_ws(' ', s.setrole::regrole, entry) FROM pg_db_role_setting s
             JOIN pg_database d ON d.oid = s.setdatabase, unnest(s.setconfig) entry
             WHERE d.datname = current_database() ORDER BY 1""",
            """
            SELECT 'database ' || concat_ws(' ', pg_get_userbyid(datdba), a) FROM pg_database
             LEFT JOIN LATERAL unnest(datacl) a ON true WHERE datname = current_database() ORDER BY 1""",
            """
            SELECT 'schema ' || concat_ws(' ', nspname, pg_get_userbyid(nspowner), a) FROM pg_namespace
             LEFT JOIN LATERAL unnest(nspacl) a ON true WHERE nspname !~ '^pg_|^information' ORDER BY 1""",
            """
            SELECT 'later ' || concat_ws(' ', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, a)
             FROM pg_default_acl, unnest(defaclacl) a ORDER BY 1""",
            """
            SELECT 'relation ' || concat_ws(' ', relname, relkind, pg_get_userbyid(relowner), a) FROM pg_class
             LEFT JOIN LATERAL unnest(relacl) a ON true
             WHERE relkind IN ('r', 'v', 'S', 'm', 'p') AND relnamespace::regnamespace::text !~ '^pg_|^information'
             ORDER BY 1""");

    private Snapshot() {}

    static List<String> of(Example example) {
        var prefix = example.database().replaceFirst("db$", "");
        var lines = new ArrayList<String>();
        try (var connection = example.server().admin(example.database());
                var statement = connection.createStatement()) {
            for (var query : QUERIES) {
                var pattern = Names.literal(prefix.replace("_", "\\_") + "%");
                try (var rows = statement.executeQuery(query.replace("%1$s", pattern))) {
                    while (rows.next()) {
                        lines.add(rows.getString(1).replace(prefix, ""));
                    }
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
