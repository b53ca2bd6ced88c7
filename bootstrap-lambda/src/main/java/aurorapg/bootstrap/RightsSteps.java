package aurorapg.bootstrap;

import static aurorapg.bootstrap.Names.identifier;
import static aurorapg.bootstrap.Names.literal;

import aurorapg.bootstrap.Rights.On;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Steps that grant the groups their {@link Rights} and take PUBLIC's. */
final class RightsSteps {

    private final String database;
    private final String schema;
    private final String owner;
    private final List<Step> steps = new ArrayList<>();

    private RightsSteps(BootstrapEvent event, String database) {
        this.database = database;
        this.schema = event.schema();
        this.owner = event.ownerRole();
    }

    static List<Step> of(BootstrapEvent event, String database) {
        var planned = new RightsSteps(event, database);
        Rights.of(event).forEach(planned::grant);
        planned.closePublic();
        return planned.steps;
    }

    private void grant(Rights rights) {
        var group = rights.group();
        var onDatabase = rights.on(On.DATABASE);
        steps.add(Step.change(
                name(group, "database", database), Catalog.holdsOnDatabase(database, group, onDatabase),
                grant(onDatabase, "DATABASE " + identifier(database), group)));
        var onSchema = rights.on(On.SCHEMA);
        var statement = grant(onSchema, "SCHEMA " + identifier(schema), group);
        var check = Catalog.holdsOnSchema(schema, group, onSchema);
        // The owner of a new schema holds its rights by owning it.
        steps.add(group.equals(owner)
                ? Step.repair(name(group, "schema", schema), check, statement)
                : Step.change(name(group, "schema", schema), check, statement));
        if (!schema.equals("public")) {
            var onPublic = rights.on(On.PUBLIC_SCHEMA);
            steps.add(Step.change(
                    name(group, "schema", "public"),
                    "SELECT %s IS NULL OR (%s)".formatted(
                            Catalog.schema("public"), Catalog.holdsOnSchema("public", group, onPublic)),
                    grant(onPublic, "SCHEMA \"public\"", group)));
        }
        for (var kind : List.of(On.TABLES, On.SEQUENCES)) {
            var privileges = rights.on(kind);
            if (!privileges.isEmpty()) {
                grantOnObjects(group, kind, privileges);
            }
        }
    }

    private void grantOnObjects(String group, On kind, List<String> privileges) {
        var objects = kind.name().toLowerCase(Locale.ROOT);
        steps.add(Step.repair(
                name(group, "existing " + objects + " in schema", schema),
                Catalog.holdsOnExisting(owner, schema, kind, group, privileges),
                grantOnExisting(group, kind, privileges)));
        steps.add(Step.change(
                name(group, "later " + objects + " in schema", schema),
                Catalog.holdsOnLater(owner, schema, kind, group, privileges),
                "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s GRANT %s ON %s TO %s".formatted(
                        identifier(owner), identifier(schema), String.join(", ", privileges), kind,
                        identifier(group))));
    }

    // GRANT ... ON ALL TABLES would stop at the first one that belongs to somebody else.
    private String grantOnExisting(String group, On kind, List<String> privileges) {
        var loop = """
                DECLARE found name;
                BEGIN
                  FOR found IN %s
                  LOOP
                    EXECUTE format(%s, %s, found, %s);
                  END LOOP;
                END""".formatted(
                        Catalog.existingWithout(owner, schema, kind, group, privileges),
                        literal("GRANT " + String.join(", ", privileges) + " ON " + kind.word + " %I.%I TO %I"),
                        literal(schema), literal(group));
        return "DO " + literal(loop);
    }

    private void closePublic() {
        steps.add(Step.change(
                "PUBLIC closed out of database " + identifier(database),
                Catalog.closedToPublic("pg_database", "coalesce(o.datacl, acldefault('d', o.datdba))",
                        "o.datname = " + literal(database)),
                "REVOKE ALL ON DATABASE " + identifier(database) + " FROM PUBLIC"));
        steps.add(Step.change(
                "PUBLIC closed out of schema \"public\"",
                Catalog.closedToPublic("pg_namespace", "coalesce(o.nspacl, acldefault('n', o.nspowner))",
                        "o.nspname = 'public'"),
                "REVOKE ALL ON SCHEMA \"public\" FROM PUBLIC"));
    }

    private static String grant(List<String> privileges, String object, String group) {
        return "GRANT " + String.join(", ", privileges) + " ON " + object + " TO " + identifier(group);
    }

    private static String name(String group, String what, String object) {
        return "rights of " + identifier(group) + " on " + what + " " + identifier(object);
    }
}
