package aurorapg.bootstrap;

import static aurorapg.bootstrap.Names.literal;

import aurorapg.bootstrap.Rights.On;
import java.util.ArrayList;
import java.util.List;

/** Queries for what somebody else made; each row is a sentence. */
final class Findings {

    /** Longest list of sentences in a report; a database that was in use for years can have thousands. */
    static final int LIMIT = 100;

    private Findings() {}

    /** What the bootstrap cannot mend and must not build on: roles of our names with powers of their own. */
    static String refusals(BootstrapEvent event) {
        return """
                SELECT format('role %%I exists and is a superuser, may replicate or bypasses row security', rolname)
                FROM pg_roles WHERE rolname IN (%s) AND (rolsuper OR rolreplication OR rolbypassrls) ORDER BY 1"""
                .formatted(Catalog.literals(event.roles()));
    }

    /** What is reported and left alone, in this order. */
    static List<String> reports(BootstrapEvent event, String database) {
        return List.of(grants(event, database), laterGrants(event), owners(event), members(event));
    }

    /** Rights of others and of our roles beyond theirs; owners', the master user's and superusers' are their own. */
    private static String grants(BootstrapEvent event, String database) {
        return """
                SELECT format('%%s has %%s on %%s', who, string_agg(what, ', ' ORDER BY what), object)
                FROM (SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE format('role %%I', g.rolname) END AS who,
                  a.privilege_type || CASE WHEN a.is_grantable THEN ' (may grant it on)' ELSE '' END AS what, o.object
                 FROM (SELECT 'DATABASE' AS kind, format('database %%I', datname) AS object, datdba AS owner,
                    coalesce(datacl, acldefault('d', datdba)) AS acl FROM pg_database WHERE datname = %1$s
                  UNION ALL SELECT CASE nspname WHEN %2$s THEN 'SCHEMA' ELSE 'PUBLIC_SCHEMA' END,
                    format('schema %%I', nspname), nspowner,
                    coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname IN (%2$s, 'public')
                  UNION ALL SELECT CASE relkind WHEN 'S' THEN 'SEQUENCES' ELSE 'TABLES' END,
                    format('%%s %%I.%%I', CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, %2$s, relname),
                    relowner,
                    coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
                    FROM pg_class WHERE relnamespace = %3$s AND relkind IN (%4$s, 'S')) o
                 CROSS JOIN aclexplode(o.acl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
                 WHERE a.grantee <> o.owner AND NOT coalesce(g.rolsuper, false)
                  AND g.rolname IS DISTINCT FROM current_user
                  AND (a.is_grantable OR (o.kind, coalesce(g.rolname, ''), a.privilege_type) NOT IN (%5$s))) f
                GROUP BY who, object ORDER BY object, who"""
                .formatted(literal(database), literal(event.schema()), Catalog.schema(event.schema()),
                        Catalog.TABLE_KINDS, wanted(event));
    }

    private static String laterGrants(BootstrapEvent event) {
        return """
                SELECT format('what role %%I creates later in %%s opens itself to %%s: %%s', d.rolname,
                  CASE WHEN n.nspname IS NULL THEN 'any schema' ELSE format('schema %%I', n.nspname) END,
                  CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE format('role %%I', g.rolname) END,
                  string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type))
                FROM pg_default_acl o JOIN pg_roles d ON d.oid = o.defaclrole
                 LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace
                 CROSS JOIN aclexplode(o.defaclacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
                WHERE (o.defaclnamespace = %s OR o.defaclnamespace = 0 AND d.rolname = %s) AND a.grantee <> o.defaclrole
                 AND (d.rolname <> %2$s OR o.defaclobjtype NOT IN ('r', 'S') OR
                  (CASE o.defaclobjtype WHEN 'r' THEN 'TABLES' ELSE 'SEQUENCES' END,
                   coalesce(g.rolname, ''), a.privilege_type) NOT IN (%3$s))
                GROUP BY d.rolname, n.nspname, o.defaclobjtype, a.grantee, g.rolname ORDER BY 1"""
                .formatted(Catalog.schema(event.schema()), literal(event.ownerRole()), wanted(event));
    }

    private static String owners(BootstrapEvent event) {
        return """
                SELECT format('%%s %%I.%%I belongs to role %%I, so %%I cannot change it', kind, %1$s, name,
                  pg_get_userbyid(owner), %2$s)
                FROM (SELECT CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind, relname AS name,
                  relowner AS owner FROM pg_class WHERE relnamespace = %3$s AND relkind IN (%4$s, 'S')
                 UNION ALL SELECT 'function', proname, proowner FROM pg_proc WHERE pronamespace = %3$s) o
                WHERE owner <> %5$s ORDER BY 1"""
                .formatted(literal(event.schema()), literal(event.ownerRole()), Catalog.schema(event.schema()),
                        Catalog.TABLE_KINDS, Catalog.role(event.ownerRole()));
    }

    private static String members(BootstrapEvent event) {
        var wanted = new ArrayList<String>();
        for (var group : event.groups()) {
            var login = literal(Names.loginOf(group));
            wanted.add("(" + literal(group) + ", " + login + ")");
            wanted.add("(" + literal(RoleSteps.IAM_ROLE) + ", " + login + ")");
        }
        return """
                SELECT DISTINCT format('role %%I is a member of role %%I', m.rolname, g.rolname)
                 || CASE WHEN x.admin_option THEN ' and may let others in' ELSE '' END
                FROM pg_auth_members x JOIN pg_roles g ON g.oid = x.roleid JOIN pg_roles m ON m.oid = x.member
                WHERE (g.rolname IN (%1$s) OR m.rolname IN (%1$s)) AND NOT m.rolsuper AND m.rolname <> current_user
                 AND (x.admin_option OR (g.rolname, m.rolname) NOT IN (%2$s)) ORDER BY 1"""
                .formatted(Catalog.literals(event.roles()), String.join(", ", wanted));
    }

    private static String wanted(BootstrapEvent event) {
        var rows = new ArrayList<String>();
        for (var rights : Rights.of(event)) {
            for (var kind : On.values()) {
                rights.on(kind).forEach(privilege -> rows.add("('%s', %s, '%s')"
                        .formatted(kind, literal(rights.group()), privilege)));
            }
        }
        return String.join(", ", rows);
    }
}
