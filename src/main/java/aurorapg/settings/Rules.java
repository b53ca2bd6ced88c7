package aurorapg.settings;

import static aurorapg.settings.Configuration.BACKUP_WINDOW;
import static aurorapg.settings.Configuration.BANNER;
import static aurorapg.settings.Configuration.BANNER_TEXT;
import static aurorapg.settings.Configuration.BASTION;
import static aurorapg.settings.Configuration.BASTION_ACCESS;
import static aurorapg.settings.Configuration.BASTION_TYPE;
import static aurorapg.settings.Configuration.BOOTSTRAP_ENABLED;
import static aurorapg.settings.Configuration.DATABASE;
import static aurorapg.settings.Configuration.DATABASE_NAME;
import static aurorapg.settings.Configuration.ENGINE_VERSION;
import static aurorapg.settings.Configuration.EXTENSIONS;
import static aurorapg.settings.Configuration.INSTANCE_CLASS;
import static aurorapg.settings.Configuration.INSTANCE_PARAMETERS;
import static aurorapg.settings.Configuration.KEY_PAIR;
import static aurorapg.settings.Configuration.MAINTENANCE_WINDOW;
import static aurorapg.settings.Configuration.MASTER_USERNAME;
import static aurorapg.settings.Configuration.NOTIFICATION_EMAIL;
import static aurorapg.settings.Configuration.OWNER_ROLE;
import static aurorapg.settings.Configuration.READ_ONLY_ROLE;
import static aurorapg.settings.Configuration.READ_WRITE_ROLE;
import static aurorapg.settings.Configuration.RESTORE;
import static aurorapg.settings.Configuration.TENANCY;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules across keys. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new Rule(
                    "alarms need an address", NOTIFICATION_EMAIL, List.of(NOTIFICATION_EMAIL, BASTION, DATABASE),
                    values -> values.get(NOTIFICATION_EMAIL) == null && (values.has(BASTION) || values.has(DATABASE)),
                    values -> "is missing",
                    "required with a bastion or a database: " + NOTIFICATION_EMAIL.type().allowed()),
            new Rule(
                    "an open port 22 needs a key pair", KEY_PAIR, List.of(KEY_PAIR, BASTION_ACCESS),
                    values -> !values.has(KEY_PAIR) && values.find(BASTION_ACCESS).filter(blocks -> !blocks.isEmpty()).isPresent(),
                    values -> "is missing, and bastion.accessCidrs is " + values.get(BASTION_ACCESS),
                    "required with bastion.accessCidrs: without a key nobody can log in by SSH"),
            new Rule(
                    "no dedicated t2", TENANCY, List.of(TENANCY, BASTION_TYPE),
                    values -> values.get(TENANCY).equals("dedicated") && values.get(BASTION_TYPE).startsWith("t2."),
                    values -> "is \"dedicated\", and bastion.instanceType is \"%s\"".formatted(values.get(BASTION_TYPE)),
                    "AWS has no t2 on dedicated hardware: another type, or default"),
            new Rule(
                    "a banner's text needs the banner", BANNER_TEXT, List.of(BANNER_TEXT, BANNER),
                    values -> values.has(BANNER_TEXT) && !values.get(BANNER),
                    values -> "is set, and bastion.banner is false",
                    "leave it out, or set bastion.banner to true"),
            new Rule(
                    "a new cluster names its database", DATABASE_NAME, List.of(DATABASE_NAME, RESTORE),
                    values -> !values.has(DATABASE_NAME) && !values.has(RESTORE),
                    values -> "is missing",
                    "required unless restoring: " + DATABASE_NAME.type().allowed()),
            new Rule(
                    "a restored cluster brings its database", DATABASE_NAME, List.of(DATABASE_NAME, RESTORE),
                    values -> values.has(DATABASE_NAME) && values.has(RESTORE),
                    values -> "is \"%s\", and database.restore is set".formatted(values.get(DATABASE_NAME)),
                    "leave it out: the snapshot brings its databases"),
            new Rule(
                    "windows do not overlap", MAINTENANCE_WINDOW, List.of(MAINTENANCE_WINDOW, BACKUP_WINDOW),
                    values -> values.has(MAINTENANCE_WINDOW) && values.has(BACKUP_WINDOW)
                            && Windows.overlap(values.get(BACKUP_WINDOW), values.get(MAINTENANCE_WINDOW)),
                    values -> "is \"%s\", which overlaps database.backupWindow \"%s\""
                            .formatted(values.get(MAINTENANCE_WINDOW), values.get(BACKUP_WINDOW)),
                    "the backup's window is every day's"),
            new Rule(
                    "the engine version runs the class", INSTANCE_CLASS, List.of(INSTANCE_CLASS, ENGINE_VERSION),
                    values -> InstanceClasses.tooOld(values.get(INSTANCE_CLASS), values.get(ENGINE_VERSION)),
                    values -> "is \"%s\", which Aurora PostgreSQL %s cannot run"
                            .formatted(values.get(INSTANCE_CLASS), values.get(ENGINE_VERSION)),
                    "a class of an older family, or a newer database.engineVersion"),
            new Rule(
                    "the application's roles are six roles", OWNER_ROLE,
                    List.of(OWNER_ROLE, READ_WRITE_ROLE, READ_ONLY_ROLE, MASTER_USERNAME),
                    values -> !sharedRole(values).isEmpty(),
                    values -> "is \"%s\", and the role \"%s\" would stand for two".formatted(
                            values.get(OWNER_ROLE), sharedRole(values)),
                    "database.masterUsername, three roles and their logins, which end in _login, differ from one another"),
            new Rule(
                    "extensions find their library", EXTENSIONS,
                    List.of(BOOTSTRAP_ENABLED, EXTENSIONS, INSTANCE_PARAMETERS),
                    values -> values.get(BOOTSTRAP_ENABLED) && !notPreloaded(values).isEmpty(),
                    values -> "names %s, which database.instanceParameters' shared_preload_libraries lacks"
                            .formatted(String.join(", ", notPreloaded(values))),
                    "preload the library, or leave the extension out"));

    /** Extensions that PostgreSQL creates or that work only with their library preloaded, of the same name. */
    private static final Set<String> PRELOADED = Set.of("pgaudit", "pg_stat_statements", "pg_cron", "pg_hint_plan");

    private Rules() {}

    private static String sharedRole(Values values) {
        var seen = new HashSet<>(Set.of(values.get(MASTER_USERNAME).toLowerCase(Locale.ROOT)));
        return BootstrapSettings.roles(
                        values.get(OWNER_ROLE), values.get(READ_WRITE_ROLE), values.get(READ_ONLY_ROLE))
                .stream().filter(role -> !seen.add(role)).findFirst().orElse("");
    }

    private static List<String> notPreloaded(Values values) {
        return values.find(INSTANCE_PARAMETERS).map(parameters -> parameters.get("shared_preload_libraries"))
                .map(libraries -> Set.of(libraries.split("[\\s,]+")))
                .map(libraries -> values.get(EXTENSIONS).stream()
                        .filter(name -> PRELOADED.contains(name) && !libraries.contains(name)).toList())
                .orElse(List.of());
    }
}
