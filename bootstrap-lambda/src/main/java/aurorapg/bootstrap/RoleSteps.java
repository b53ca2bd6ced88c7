package aurorapg.bootstrap;

import static aurorapg.bootstrap.Names.identifier;

import java.util.ArrayList;
import java.util.List;

/** Steps for the three groups and their logins. */
final class RoleSteps {

    /** The role that RDS lets in by IAM tokens only (RDS' user guide, IAM database authentication). */
    static final String IAM_ROLE = "rds_iam";

    private static final String POWERLESS = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT";

    // Before 16 only a superuser may name the other attributes in ALTER ROLE; Findings refuses roles that have them.
    private static final String MENDABLE = "NOCREATEDB NOCREATEROLE INHERIT";

    private static final String MENDED = "rolinherit AND NOT rolcreatedb AND NOT rolcreaterole";

    private RoleSteps() {}

    static List<Step> of(BootstrapEvent event) {
        var steps = new ArrayList<Step>();
        for (var group : event.groups()) {
            steps.addAll(role(group, "role", "NOLOGIN", "NOT rolcanlogin"));
        }
        // From 16 on, who creates a role may grant it but is not in it; the schema's owner must be a role one is in.
        steps.add(Step.change(
                "membership of the master user in " + identifier(event.ownerRole()),
                Catalog.isMember(event.ownerRole(), "(SELECT oid FROM pg_roles WHERE rolname = current_user)",
                        Catalog.IN_FULL),
                "GRANT " + identifier(event.ownerRole()) + " TO CURRENT_USER"));
        for (var group : event.groups()) {
            var login = Names.loginOf(group);
            steps.addAll(role(login, "login", "LOGIN", "rolcanlogin"));
            steps.add(Step.always(
                    "no password of login " + identifier(login), "ALTER ROLE " + identifier(login) + " PASSWORD NULL"));
            steps.addAll(member(group, login));
            steps.addAll(member(IAM_ROLE, login));
        }
        return steps;
    }

    private static List<Step> role(String name, String what, String login, String loginCheck) {
        return List.of(
                Step.create(
                        what + " " + identifier(name), Catalog.roleIs(name, "true"),
                        "CREATE ROLE " + identifier(name) + " " + login + " " + POWERLESS),
                Step.repair(
                        "attributes of " + what + " " + identifier(name),
                        Catalog.roleIs(name, loginCheck + " AND " + MENDED),
                        "ALTER ROLE " + identifier(name) + " " + login + " " + MENDABLE));
    }

    private static List<Step> member(String role, String login) {
        var name = "membership of login " + identifier(login) + " in " + identifier(role);
        var grant = "GRANT " + identifier(role) + " TO " + identifier(login);
        return List.of(
                Step.change(name, Catalog.isMember(role, Catalog.role(login), "true"), grant),
                // Another GRANT leaves the options as they are, and before 16 none can be named.
                Step.repair(
                        "options of " + name, Catalog.isMember(role, Catalog.role(login), Catalog.IN_FULL),
                        "REVOKE " + identifier(role) + " FROM " + identifier(login), grant));
    }
}
