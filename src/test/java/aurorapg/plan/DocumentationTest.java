package aurorapg.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.compare.Comparison;
import aurorapg.settings.ConfigurationReader;
import com.google.common.base.Suppliers;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation tells people to type does what it says; commands of others are stood in for. */
class DocumentationTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```(\\w+)\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final List<String> OTHERS = List.of(
            "mvn", "pulumi", "aws", "psql", "curl", "python3", "pip", "go", "cfn-lint", "actionlint", "gh", "java", "sleep",
            ".venv/bin/pip", ".venv/bin/moto_server");

    private record Block(String file, String language, String text) {

        @Override
        public String toString() {
            return file + ": " + text.lines().findFirst().orElse("");
        }
    }

    private static final Supplier<Plan> PROD = Suppliers.memoize(DocumentationTest::prod);

    @TempDir
    private Path directory;

    @BeforeEach
    void project() throws Exception {
        for (var stack : new String[] {"dev", "prod"}) {
            Files.copy(Path.of("Pulumi." + stack + ".yaml"), directory.resolve("Pulumi." + stack + ".yaml"));
        }
        Files.createSymbolicLink(directory.resolve("bootstrap-lambda"), Path.of("bootstrap-lambda").toAbsolutePath());
        Files.createDirectories(directory.resolve(".venv/bin"));
        for (var other : OTHERS) {
            script(other.contains("/") ? other : "bin/" + other, "exit 0");
        }
        script("plan", "printf '%s\\n' \"$*\" >> \"$PLANS\"");
    }

    static Stream<Block> shell() throws Exception {
        return blocks("sh");
    }

    static Stream<Block> yaml() throws Exception {
        return blocks("yaml");
    }

    static Stream<Block> diff() throws Exception {
        return blocks("diff");
    }

    @ParameterizedTest
    @MethodSource("shell")
    void commands_run(Block block) throws Exception {
        var plans = directory.resolve("plans");
        Files.createFile(plans);
        var process = new ProcessBuilder("bash", "-euc", block.text() + "\nwait").directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
        process.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        process.environment().put("PLANS", plans.toString());
        var started = process.start();
        assertTrue(started.waitFor(20, TimeUnit.SECONDS), "does not end");
        assertEquals(0, started.exitValue(), Files.readString(directory.resolve("log")));
        if (Files.exists(directory.resolve("stacks.json"))) {
            Files.copy(Path.of("src/test/resources/aurorapg/plan/migration/orders.json"), directory.resolve("stacks.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (var line : Files.readAllLines(plans)) {
            assertTrue(List.of(0, 2, 3).contains(run(line.split(" "))), line);
        }
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void stack_files_are_valid(Block block) throws Exception {
        if (!block.text().startsWith("config:")) {
            return;
        }
        Files.writeString(directory.resolve("Pulumi.example.yaml"), block.text());
        ConfigurationReader.read(StackFile.PROJECT, StackFile.read(directory, "example", Map.of()).values());
    }

    @ParameterizedTest
    @MethodSource("diff")
    void changes_of_a_stack_file_change_the_plan(Block block) throws Exception {
        var before = StackFile.read(Path.of(""), "prod", Map.of());
        Files.writeString(directory.resolve("Pulumi.changed.yaml"), "config:\n" + block.text().lines()
                .filter(line -> !line.startsWith("-")).map(line -> line.substring(1)).reduce("", (all, line) -> all + line + "\n"));
        var change = StackFile.read(directory, "changed", Map.of()).values();
        var values = new TreeMap<>(before.values());
        change.forEach((key, json) -> {
            var merged = com.google.gson.JsonParser.parseString(values.get(key)).getAsJsonObject();
            com.google.gson.JsonParser.parseString(json).getAsJsonObject().entrySet()
                    .forEach(entry -> merged.add(entry.getKey(), entry.getValue()));
            block.text().lines().filter(line -> line.startsWith("-"))
                    .forEach(line -> merged.remove(line.substring(1).strip().split(":")[0]));
            values.put(key, merged.toString());
        });
        var after = new StackFile(values, before.commandLine(), before.secrets());
        var found = Comparison.of(PROD.get(), plan(after));
        assertFalse(found.changes().isEmpty(), "nothing changes");
    }

    @Test
    void documentation_has_blocks_of_each_kind() throws Exception {
        assertTrue(blocks("sh").count() >= 8 && blocks("diff").count() >= 6 && blocks("yaml").findAny().isPresent());
    }

    private static Plan plan(StackFile file) {
        try {
            return PlanCommand.plan(Path.of(""), "prod", file, new JsonObject());
        } catch (Refusal e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Plan prod() {
        try {
            return plan(StackFile.read(Path.of(""), "prod", Map.of()));
        } catch (Refusal e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private int run(String... args) {
        var lines = new ArrayList<>(List.of(args));
        // A plan that another line is compared with stands where the commands ran.
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).matches(".+\\.(json|yaml)")) {
                lines.set(at, directory.resolve(lines.get(at)).toString());
            }
        }
        var sink = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return PlanCommand.run(directory, false, false, sink, sink, lines.toArray(String[]::new));
    }

    private void script(String name, String line) throws Exception {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Stream<Block> blocks(String language) throws Exception {
        var found = new ArrayList<Block>();
        for (var file : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/local.md", "docs/from-cloudformation.md",
                "bootstrap-lambda/README.md", "pipeline/README.md")) {
            var match = BLOCK.matcher(Files.readString(Path.of(file)));
            while (match.find()) {
                if (match.group(2).equals(language)) {
                    found.add(new Block(file, language, match.group(3).replaceAll("(?m)^" + match.group(1), "")));
                }
            }
        }
        return found.stream();
    }
}
