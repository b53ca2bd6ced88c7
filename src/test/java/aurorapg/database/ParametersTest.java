package aurorapg.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.database.Parameters.ApplyMethod;
import aurorapg.database.Parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void defaults_are_the_contracts() {
        assertEquals(List.of(new Parameter("rds.force_ssl", "1")), Parameters.ofCluster(Map.of()));
        var expected = Map.ofEntries(
                Map.entry("shared_preload_libraries", "auto_explain,pg_stat_statements,pg_hint_plan,pgaudit"),
                Map.entry("log_statement", "ddl"),
                Map.entry("log_connections", "1"),
                Map.entry("log_disconnections", "1"),
                Map.entry("log_lock_waits", "1"),
                Map.entry("log_min_duration_statement", "5000"),
                Map.entry("auto_explain.log_min_duration", "5000"),
                Map.entry("auto_explain.log_verbose", "1"),
                Map.entry("log_rotation_age", "1440"),
                Map.entry("log_rotation_size", "102400"),
                Map.entry("rds.log_retention_period", "10080"),
                Map.entry("random_page_cost", "1"),
                Map.entry("track_activity_query_size", "16384"),
                Map.entry("idle_in_transaction_session_timeout", "7200000"),
                Map.entry("statement_timeout", "7200000"),
                Map.entry("search_path", "\"$user\",public"));
        assertEquals(expected, values(Parameters.ofInstance(Map.of())));
    }

    @Test
    void configured_values_go_over_the_defaults_and_unknown_ones_are_kept() {
        var merged = values(Parameters.ofInstance(Map.of("log_statement", "all", "work_mem", "65536")));
        assertEquals("all", merged.get("log_statement"));
        assertEquals("65536", merged.get("work_mem"));
        assertEquals("1", merged.get("log_connections"));
    }

    @Test
    void static_parameters_wait_for_a_restart_and_dynamic_ones_do_not() {
        for (var name : List.of("shared_preload_libraries", "track_activity_query_size", "max_connections", "rds.logical_replication")) {
            assertEquals(ApplyMethod.PENDING_REBOOT, new Parameter(name, "1").applyMethod(), name);
        }
        for (var name : List.of("rds.force_ssl", "log_statement", "statement_timeout", "search_path", "work_mem")) {
            assertEquals(ApplyMethod.IMMEDIATE, new Parameter(name, "1").applyMethod(), name);
        }
    }

    @Test
    void family_follows_the_major_version() {
        assertEquals("aurora-postgresql17", Parameters.family(17));
    }

    private static Map<String, String> values(List<Parameter> parameters) {
        return parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }
}
