package aurorapg.bootstrap;

import static aurorapg.bootstrap.Names.literal;

import aurorapg.bootstrap.Rights.On;
import java.util.List;
import java.util.stream.Collectors;

/** Queries of PostgreSQL's catalog with one boolean each, for versions 13 to 17. */
final class Catalog {

    /** Kinds of relation that {@code GRANT ... ON TABLE} takes: table, partitioned, view, materialized, foreign. */
    static final String TABLE_KINDS = "'r', 'p', 'v', 'm', 'f'";

    /** A membership that gives the role's rights and lets its member become the role; options since 16. */
    static final String IN_FULL = "coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' "
            + "AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true'";

    private Catalog() {}

    static String role(String name) {
        return "(SELECT oid FROM pg_roles WHERE rolname = " + literal(name) + ")";
    }

    static String schema(String name) {
        return "(SELECT oid FROM pg_namespace WHERE nspname = " + literal(name) + ")";
    }

    static String database(String name) {
        return "(SELECT oid FROM pg_database WHERE datname = " + literal(name) + ")";
    }

    static String extensionExists(String name) {
        return "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = " + literal(name) + ")";
    }

    static String roleIs(String name, String attributes) {
        return "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = " + literal(name) + " AND " + attributes + ")";
    }

    static String schemaIs(String name, String attributes) {
        return "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = " + literal(name) + " AND " + attributes + ")";
    }

    /** Whether the member (an SQL expression) is in the role, by a membership m that meets the condition. */
    static String isMember(String role, String member, String condition) {
        return "SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = %s AND m.member = %s AND %s)"
                .formatted(role(role), member, condition);
    }

    /** Whether a setting is stored for new sessions in the database; for every role when the role is empty. */
    static String setting(String database, String role, String condition) {
        return """
                SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
                 WHERE s.setdatabase = %s AND s.setrole = %s AND %s)"""
                .formatted(database(database), role.isEmpty() ? "0" : role(role), condition);
    }

    static String holdsOnDatabase(String database, String role, List<String> privileges) {
        return holds("pg_database o", "coalesce(o.datacl, acldefault('d', o.datdba))",
                "o.datname = " + literal(database), role, privileges);
    }

    static String holdsOnSchema(String schema, String role, List<String> privileges) {
        return holds("pg_namespace o", "coalesce(o.nspacl, acldefault('n', o.nspowner))",
                "o.nspname = " + literal(schema), role, privileges);
    }

    static String holdsOnLater(String owner, String schema, On kind, String role, List<String> privileges) {
        return holds("pg_default_acl o", "o.defaclacl",
                "o.defaclrole = %s AND o.defaclnamespace = %s AND o.defaclobjtype = '%s'"
                        .formatted(role(owner), schema(schema), kind == On.TABLES ? "r" : "S"),
                role, privileges);
    }

    /** Whether every object of the kind in the schema that the owner owns is open to the role. */
    static String holdsOnExisting(String owner, String schema, On kind, String role, List<String> privileges) {
        return "SELECT NOT EXISTS (" + existingWithout(owner, schema, kind, role, privileges) + ")";
    }

    /** The objects of the kind in the schema that the owner owns and the role lacks a right on. */
    static String existingWithout(String owner, String schema, On kind, String role, List<String> privileges) {
        return """
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = %s AND c.relowner = %s AND c.relkind IN (%s)
                 AND (SELECT count(DISTINCT a.privilege_type)
                 FROM aclexplode(coalesce(c.relacl, acldefault('%s', c.relowner))) a
                 WHERE a.grantee = %s AND a.privilege_type IN (%s)) < %d"""
                .formatted(schema(schema), role(owner), kind == On.TABLES ? TABLE_KINDS : "'S'", kind.letter,
                        role(role), literals(privileges), privileges.size());
    }

    static String closedToPublic(String table, String acl, String named) {
        return "SELECT NOT EXISTS (SELECT FROM %s o, aclexplode(%s) a WHERE %s AND a.grantee = 0)"
                .formatted(table, acl, named);
    }

    static String literals(List<String> texts) {
        return texts.stream().map(Names::literal).collect(Collectors.joining(", "));
    }

    private static String holds(String table, String acl, String named, String role, List<String> privileges) {
        return """
                SELECT count(DISTINCT a.privilege_type) = %d FROM %s, aclexplode(%s) a
                 WHERE %s AND a.grantee = %s AND a.privilege_type IN (%s)"""
                .formatted(privileges.size(), table, acl, named, role(role), literals(privileges));
    }
}
