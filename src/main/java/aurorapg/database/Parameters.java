package aurorapg.database;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameter sets of a cluster and its instances: the program's defaults with the configured values over them. */
final class Parameters {

    /** How a value comes into force. */
    enum ApplyMethod {
        /** At once, for dynamic parameters. */
        IMMEDIATE("immediate"),
        /** At the next restart; all that AWS accepts for a static parameter. */
        PENDING_REBOOT("pending-reboot");

        private final String label;

        ApplyMethod(String label) {
            this.label = label;
        }

        /** The value as AWS writes it. */
        String label() {
            return label;
        }
    }

    /** One parameter of a group. */
    record Parameter(String name, String value) {

        /**
         * What AWS itself answers for the parameter: another method would show as a difference in every later plan. A
         * parameter that is static without standing in the list is refused by AWS with its name.
         */
        ApplyMethod applyMethod() {
            return STATIC.contains(name) ? ApplyMethod.PENDING_REBOOT : ApplyMethod.IMMEDIATE;
        }
    }

    private static final Map<String, String> CLUSTER_DEFAULTS = Map.of("rds.force_ssl", "1");

    private static final Map<String, String> INSTANCE_DEFAULTS = inOrder(
            "shared_preload_libraries", "auto_explain,pg_stat_statements,pg_hint_plan,pgaudit",
            "log_statement", "ddl",
            "log_connections", "1",
            "log_disconnections", "1",
            "log_lock_waits", "1",
            "log_min_duration_statement", "5000",
            "auto_explain.log_min_duration", "5000",
            "auto_explain.log_verbose", "1",
            "log_rotation_age", "1440",
            "log_rotation_size", "102400",
            "rds.log_retention_period", "10080",
            "random_page_cost", "1",
            "track_activity_query_size", "16384",
            "idle_in_transaction_session_timeout", "7200000",
            "statement_timeout", "7200000",
            "search_path", "\"$user\",public");

    /**
     * Parameters that need a restart: PostgreSQL's settings of context postmaster, and the rds., cron. and apg_plan_mgmt.
     * parameters of apply type static. Written from memory in 2026-11, yet to be compared with what AWS answers.
     */
    private static final Set<String> STATIC = Set.of(
            "apg_plan_mgmt.max_databases", "apg_plan_mgmt.max_plans", "archive_mode", "autovacuum_freeze_max_age",
            "autovacuum_max_workers", "autovacuum_multixact_freeze_max_age", "cluster_name", "commit_timestamp_buffers",
            "cron.database_name", "cron.log_run", "cron.log_statement", "cron.max_running_jobs",
            "cron.use_background_workers", "dynamic_shared_memory_type", "hot_standby", "huge_page_size", "huge_pages",
            "jit_provider", "listen_addresses", "logging_collector", "max_connections", "max_files_per_process",
            "max_locks_per_transaction", "max_logical_replication_workers", "max_notify_queue_pages",
            "max_pred_locks_per_transaction", "max_prepared_transactions", "max_replication_slots", "max_wal_senders",
            "max_worker_processes", "min_dynamic_shared_memory", "multixact_member_buffers", "multixact_offset_buffers",
            "notify_buffers", "old_snapshot_threshold", "pg_prewarm.autoprewarm", "pg_stat_statements.max", "port",
            "rds.babelfish_status", "rds.enable_plan_management", "rds.logical_replication",
            "rds.restrict_password_commands", "reserved_connections", "serializable_buffers", "shared_buffers",
            "shared_memory_type", "shared_preload_libraries", "subtransaction_buffers",
            "superuser_reserved_connections", "track_activity_query_size", "track_commit_timestamp",
            "transaction_buffers", "wal_buffers", "wal_decode_buffer_size", "wal_level", "wal_log_hints");

    private Parameters() {}

    /** The family of both groups, for example aurora-postgresql16. */
    static String family(int majorVersion) {
        return "aurora-postgresql" + majorVersion;
    }

    static List<Parameter> ofCluster(Map<String, String> configured) {
        return over(CLUSTER_DEFAULTS, configured);
    }

    static List<Parameter> ofInstance(Map<String, String> configured) {
        return over(INSTANCE_DEFAULTS, configured);
    }

    private static List<Parameter> over(Map<String, String> defaults, Map<String, String> configured) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(configured);
        return all.entrySet().stream().map(e -> new Parameter(e.getKey(), e.getValue())).toList();
    }

    private static Map<String, String> inOrder(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        var words = Arrays.asList(namesAndValues).iterator();
        while (words.hasNext()) {
            map.put(words.next(), words.next());
        }
        return map;
    }
}
