package aurorapg.bootstrap;

import static aurorapg.bootstrap.Names.identifier;
import static aurorapg.bootstrap.Names.literal;

import java.util.ArrayList;
import java.util.List;

/** The whole work as data: every step in its order, planned from names alone. */
final class Steps {

    /** The role whose grants pgaudit's object auditing follows; on RDS it has to have this name (RDS' user guide). */
    static final String AUDIT_ROLE = "rds_pgaudit";

    private static final String AUDIT_ADVICE =
            "The server did not let the master user set pgaudit.role (SQLSTATE 42501), so objects are not audited by "
                    + "grants to rds_pgaudit: set pgaudit.role: rds_pgaudit in database.instanceParameters.";

    private Steps() {}

    /**
     * The steps.
     *
     * @param event what is asked for
     * @param database the database that they run in
     */
    static List<Step> of(BootstrapEvent event, String database) {
        var steps = new ArrayList<Step>();
        event.extensions().forEach(name -> steps.add(Step.create(
                "extension " + identifier(name), Catalog.extensionExists(name),
                "CREATE EXTENSION IF NOT EXISTS " + identifier(name))));
        if (event.audits()) {
            steps.addAll(auditing(database));
        }
        steps.addAll(RoleSteps.of(event));
        steps.add(Step.create(
                "schema " + identifier(event.schema()), Catalog.schemaIs(event.schema(), "true"),
                "CREATE SCHEMA " + identifier(event.schema()) + " AUTHORIZATION " + identifier(event.ownerRole())));
        steps.add(Step.repair(
                "owner of schema " + identifier(event.schema()),
                Catalog.schemaIs(event.schema(), "nspowner = " + Catalog.role(event.ownerRole())),
                "ALTER SCHEMA " + identifier(event.schema()) + " OWNER TO " + identifier(event.ownerRole())));
        steps.addAll(RightsSteps.of(event, database));
        steps.addAll(sessions(event, database));
        return List.copyOf(steps);
    }

    /** A condition on a text: that pgaudit, so set, logs at least changes of objects, of roles and of rights. */
    static String auditsEnough(String value) {
        var classes = "string_to_array(replace(lower(" + value + "), ' ', ''), ',')";
        return "(%1$s @> '{ddl,role}' OR %1$s @> '{all}') AND position('-' IN %2$s) = 0".formatted(classes, value);
    }

    private static List<Step> auditing(String database) {
        var alter = "ALTER DATABASE " + identifier(database) + " SET ";
        return List.of(
                Step.create(
                        "role " + identifier(AUDIT_ROLE), Catalog.roleIs(AUDIT_ROLE, "true"),
                        "CREATE ROLE " + identifier(AUDIT_ROLE) + " NOLOGIN"),
                Step.repair(
                        "attributes of role " + identifier(AUDIT_ROLE), Catalog.roleIs(AUDIT_ROLE, "NOT rolcanlogin"),
                        "ALTER ROLE " + identifier(AUDIT_ROLE) + " NOLOGIN"),
                // The cluster's parameter group may have set it for everybody; then this session shows it already.
                Step.change(
                        "pgaudit.role",
                        Catalog.setting(database, "", "entry = 'pgaudit.role=" + AUDIT_ROLE + "'")
                                + " OR current_setting('pgaudit.role', true) = " + literal(AUDIT_ROLE),
                        alter + "pgaudit.role TO " + literal(AUDIT_ROLE)).orReport(AUDIT_ADVICE),
                Step.change(
                        "pgaudit.log",
                        Catalog.setting(database, "", "split_part(entry, '=', 1) = 'pgaudit.log' AND "
                                + auditsEnough("split_part(entry, '=', 2)")),
                        alter + "pgaudit.log TO 'ddl, role'"));
    }

    private static List<Step> sessions(BootstrapEvent event, String database) {
        var steps = new ArrayList<Step>();
        for (var group : event.groups()) {
            var login = Names.loginOf(group);
            steps.add(Step.change(
                    "search_path of login " + identifier(login),
                    Catalog.setting(database, login,
                            "entry = 'search_path=' || quote_ident(" + literal(event.schema()) + ") || ', public'"),
                    "ALTER ROLE %s IN DATABASE %s SET search_path TO %s, \"public\""
                            .formatted(identifier(login), identifier(database), identifier(event.schema()))));
        }
        // What the owner's login creates must belong to the group, or the default privileges would not cover it.
        var login = Names.loginOf(event.ownerRole());
        steps.add(Step.change(
                "role of login " + identifier(login),
                Catalog.setting(database, login, "entry = " + literal("role=" + event.ownerRole())),
                "ALTER ROLE %s IN DATABASE %s SET role TO %s"
                        .formatted(identifier(login), identifier(database), literal(event.ownerRole()))));
        return steps;
    }
}
