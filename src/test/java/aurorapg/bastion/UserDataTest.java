package aurorapg.bastion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aurorapg.location.Location;
import aurorapg.settings.BastionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDataTest {

    private static final Location IRELAND = new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", List.of());

    @TempDir
    private Path folder;

    @Test
    void shellcheck_finds_nothing_in_any_variant() throws Exception {
        var found = run("sh", "-c", "command -v shellcheck").exit() == 0;
        // CI installs it; elsewhere the check may be missing, but not silently.
        assumeTrue(found || "true".equals(System.getenv("CI")), "shellcheck is not installed: the script is not checked");
        for (var settings : List.of(plain(), full("It's a \"warning\" with $(id) and `id`"), full("s3://files/banner.txt"))) {
            var script = Files.writeString(folder.resolve("user-data.sh"), script(settings));
            // SC2016 asks whether a single-quoted text was meant to be expanded: a banner is not.
            var result = run("shellcheck", "--exclude=SC2016", script.toString());
            assertEquals(0, result.exit(), result.output());
        }
    }

    @Test
    void host_counts_as_up_only_after_everything_and_takes_the_address_last() throws Exception {
        var result = setUp(plain(), Map.of());
        assertEquals(0, result.exit(), result.output());
        var calls = calls();
        assertTrue(calls.contains("--lifecycle-action-result CONTINUE"), calls);
        assertFalse(calls.contains("ABANDON"), calls);
        assertTrue(calls.indexOf("dnf install -y -q postgresql16") < calls.indexOf("associate-address"), calls);
        assertTrue(calls.indexOf("sshd -t") < calls.indexOf("associate-address"), calls);
    }

    @Test
    void a_host_that_fails_is_given_up_and_leaves_the_address_alone() throws Exception {
        for (var broken : List.of("sshd", "dnf", "psql", "rsyslog", "amazon-cloudwatch-agent-ctl")) {
            Files.deleteIfExists(folder.resolve("calls"));
            var result = setUp(plain(), Map.of("BROKEN", broken));
            assertTrue(result.exit() != 0, broken);
            assertTrue(calls().contains("--lifecycle-action-result ABANDON"), broken + ": " + calls());
            assertFalse(calls().contains("CONTINUE"), broken);
            assertFalse(calls().contains("associate-address"), broken);
        }
    }

    @Test
    void set_up_may_run_twice_and_leaves_the_same_files() throws Exception {
        assertEquals(0, setUp(full("Hello"), Map.of()).exit());
        var first = Files.readString(folder.resolve("root/etc/ssh/sshd_config.d/00-bastion.conf"));
        assertEquals(0, setUp(full("Hello"), Map.of()).exit());
        assertEquals(first, Files.readString(folder.resolve("root/etc/ssh/sshd_config.d/00-bastion.conf")));
        assertTrue(first.contains("AllowTcpForwarding yes") && first.contains("X11Forwarding yes"), first);
        assertTrue(calls().contains("s3 cp --region eu-west-1 s3://files/team.sh"), calls());
    }

    @Test
    void banner_stays_text_whatever_it_contains() throws Exception {
        var text = "It's \"ours\" $(touch /tmp/pwned) `id` \\n @@REGION@@\nsecond line";
        assertEquals(0, setUp(full(text), Map.of()).exit());
        assertEquals(text + "\n", Files.readString(folder.resolve("root/etc/ssh/bastion-banner")));
    }

    @Test
    void without_a_banner_sshd_shows_none_and_forwards_nothing() throws Exception {
        var settings = new BastionSettings(
                List.of(), Optional.empty(), "t3.micro", Optional.empty(), "default", false, Optional.empty(), false,
                false, Optional.empty(), 14);
        assertEquals(0, setUp(settings, Map.of()).exit());
        var config = Files.readString(folder.resolve("root/etc/ssh/sshd_config.d/00-bastion.conf"));
        assertTrue(config.contains("Banner none\nAllowTcpForwarding no\nX11Forwarding no\n"), config);
    }

    @Test
    void the_nearest_newer_client_where_the_clusters_version_is_missing() throws Exception {
        assertEquals(0, setUp(plain(), Map.of("BROKEN", "postgresql16")).exit());
        assertTrue(calls().contains("dnf install -y -q postgresql17"), calls());
    }

    @Test
    void a_command_without_a_shell_is_recorded_with_who_and_from_where() throws Exception {
        assertEquals(0, setUp(plain(), Map.of()).exit());
        var session = folder.resolve("root/usr/local/sbin/bastion-session").toString();
        var result = run(Map.of("SSH_ORIGINAL_COMMAND", "echo 'a b'", "SSH_CLIENT", "198.51.100.5 40000 22"), "bash", session);
        assertEquals("a b\n", result.output());
        assertTrue(calls().contains("from=198.51.100.5 command=echo 'a b'"), calls());
    }

    @Test
    void an_interactive_shell_records_its_lines_and_its_user_cannot_switch_that_off() throws Exception {
        assertEquals(0, setUp(plain(), Map.of()).exit());
        var profile = folder.resolve("root/etc/profile.d/zz-bastion-recording.sh");
        Files.writeString(folder.resolve("typed"), "true first\nPROMPT_COMMAND=\ntrue second\n");
        run(
                Map.of("SSH_CLIENT", "198.51.100.5 40000 22", "HISTFILE", "/dev/null"),
                "bash", "-c", "bash --norc --rcfile /dev/null -i < <(echo 'set -o history; source %s'; cat %s)"
                        .formatted(profile, folder.resolve("typed")));
        assertTrue(calls().contains("from=198.51.100.5 command=true first"), calls());
        assertTrue(calls().contains("command=true second"), calls());
    }

    @Test
    void a_script_that_ec2_would_refuse_is_an_error() {
        var error = assertThrows(IllegalArgumentException.class, () -> script(full("x".repeat(UserData.LIMIT_BYTES))));
        assertTrue(error.getMessage().contains("bastion.bannerText"), error.getMessage());
        assertTrue(script(full("x".repeat(4096))).getBytes(StandardCharsets.UTF_8).length <= UserData.LIMIT_BYTES);
    }

    @Test
    void a_placeholder_without_value_and_a_value_without_placeholder_are_errors() {
        var values = new LinkedHashMap<>(SetUp.values(plain(), IRELAND, 16, "eipalloc-1", "/log", "group"));
        values.put("NOBODY", "x");
        assertThrows(IllegalArgumentException.class, () -> UserData.of(values));
        values.remove("NOBODY");
        values.remove("REGION");
        assertThrows(IllegalArgumentException.class, () -> UserData.of(values));
    }

    private record Result(int exit, String output) {}

    private Result setUp(BastionSettings settings, Map<String, String> environment) throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var agent = Files.createDirectories(folder.resolve("root/opt/aws/amazon-cloudwatch-agent/bin"));
        Files.createDirectories(folder.resolve("root/etc/audit/rules.d"));
        // Each stand-in writes its call down and fails when it, or one of its words, is what the test breaks.
        var stand = """
                #!/bin/bash
                echo "$(basename "$0") $*" >> "%s"
                [[ " $(basename "$0") $* " == *" ${BROKEN:-nothing} "* ]] && exit 1
                case "$(basename "$0") $*" in
                  curl*instance-id) echo i-0123456789abcdef0 ;;
                  curl*token) echo token ;;
                  "curl -sSf -o "*) touch "$3" ;;
                  "aws s3 cp"*) touch "${@: -1}" ;;
                esac
                exit 0
                """.formatted(folder.resolve("calls"));
        for (var name : List.of(
                "dnf", "aws", "curl", "systemctl", "auditctl", "augenrules", "sshd", "psql", "logger")) {
            executable(bin.resolve(name), stand);
        }
        executable(agent.resolve("amazon-cloudwatch-agent-ctl"), stand);
        var script = Files.writeString(folder.resolve("script.sh"), script(settings));
        var all = new LinkedHashMap<>(environment);
        all.put("BASTION_ROOT", folder.resolve("root").toString());
        all.put("BASTION_FLUSH_SECONDS", "0");
        all.put("BASTION_RETRY_SECONDS", "0");
        return run(all, "bash", script.toString());
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        assertTrue(file.toFile().setExecutable(true));
    }

    private Result run(String... command) throws Exception {
        return run(Map.of(), command);
    }

    private Result run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        var process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + String.join(" ", command));
        return new Result(process.exitValue(), Files.readString(folder.resolve("out")));
    }

    private static String script(BastionSettings settings) {
        return UserData.of(SetUp.values(settings, IRELAND, 16, "eipalloc-1", "/aurora-postgres/dev/bastion-1", "dev-bastion-1"));
    }

    private static BastionSettings plain() {
        return new BastionSettings(
                List.of(), Optional.empty(), "t3.micro", Optional.empty(), "default", true, Optional.empty(), false,
                false, Optional.empty(), 14);
    }

    private static BastionSettings full(String banner) {
        return new BastionSettings(
                List.of("198.51.100.0/24"), Optional.of("team"), "t4g.micro", Optional.of("ami-1"), "dedicated", true,
                Optional.of(banner), true, true, Optional.of("s3://files/team.sh"), 365);
    }
}
