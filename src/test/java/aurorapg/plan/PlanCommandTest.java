package aurorapg.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.bootstrap.FunctionCode;
import aurorapg.settings.BootstrapSettings;
import aurorapg.settings.ConfigurationReader;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/aurorapg/plan");

    @TempDir
    private Path directory;

    private String out;
    private String err;

    @BeforeEach
    void stackFiles() throws Exception {
        for (var stack : new String[] {"dev", "prod"}) {
            Files.copy(Path.of("Pulumi." + stack + ".yaml"), directory.resolve("Pulumi." + stack + ".yaml"));
        }
        Files.createSymbolicLink(directory.resolve("bootstrap-lambda"), Path.of("bootstrap-lambda").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"dev,text,txt", "test,text,txt", "pre-prod,text,txt", "prod,text,txt", "dev,markdown,md", "prod,markdown,md",
        "dev,json,json", "dev,svg,svg", "test,svg,svg", "pre-prod,svg,svg", "prod,svg,svg"})
    void says_the_same_as_when_it_was_accepted(String stack, String format, String ending) throws Exception {
        assertEquals(0, run(Path.of(""), stack, "--format", format), err);
        var file = (format.equals("svg") ? Path.of("docs") : GOLDEN).resolve(stack + "." + ending);
        // Another compiler makes another jar of the same sources.
        var said = out.replace(FunctionCode.in(Path.of("")).sha256(), "<hash of the function's jar>");
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, said);
        }
        assertEquals(Files.readString(file), said, file + " differs: mvn -B -ntp test -Daccept=true accepts the change");
    }

    @Test
    void json_follows_its_schema() throws Exception {
        assertEquals(0, run(directory, "prod", "--format", "json"));
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("schema/plan.schema.json")));
        assertEquals("[]", schema.validate(out, InputFormat.JSON).toString());
        Files.writeString(directory.resolve("before.json"), out);
        run(directory, "prod", "--format", "json", "--against", directory.resolve("before.json").toString(),
                "--config", "database.name=orders");
        assertEquals("[]", schema.validate(out, InputFormat.JSON).toString());
        assertTrue(out.contains("\"dangers\": [\n      {"), out);
        assertFalse(schema.validate(out.replace("\"stage\":", "\"age\":"), InputFormat.JSON).isEmpty());
    }

    @Test
    void every_error_of_the_configuration_is_said_in_the_contracts_form() {
        assertEquals(1, run(directory, "dev", "--config", "database.port=99", "--config", "bastion.x=1"));
        assertTrue(err.contains("aurora-postgres:database.port: is 99 (a whole number from 1150 to 65535)"), err);
        assertTrue(err.contains("aurora-postgres:bastion.x: is an unknown key"), err);
        assertEquals("", out);
    }

    @Test
    void refusal_is_all_that_the_command_prints() throws Exception {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4", "-Dplan.directory=" + directory,
                "-cp", System.getProperty("java.class.path"), "aurorapg.App", "dev", "--config", "aws:region=us-west-1")
                .redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(1, process.waitFor(), lines.toString());
        assertEquals("The region does not fit, nothing was registered:", lines.get(0));
        assertEquals(2, lines.size(), lines.toString());
    }

    @Test
    void missing_jar_of_the_function_is_said_in_a_sentence() throws Exception {
        Files.delete(directory.resolve("bootstrap-lambda"));
        assertEquals(1, run(directory, "dev"));
        assertEquals(
                "bootstrap-lambda/target/bootstrap-lambda.jar is missing, nothing was registered: "
                        + "mvn -B -ntp compile builds it\n", err);
        assertEquals(0, run(directory, "dev", "--config", "database.bootstrap.enabled=false"), err);
        assertFalse(out.contains("bootstrap-function"), out);
    }

    @Test
    void statements_of_the_bootstrap_are_the_jars_own() {
        assertEquals(0, run(directory, "dev", "--config", "database.bootstrap.ownerRole=\"O'Neill \\\"x\\\"\""), err);
        assertTrue(out.contains("CREATE ROLE \"O'Neill \"\"x\"\"\""), out);
        assertTrue(out.contains("CREATE ROLE \"" + BootstrapSettings.login("O'Neill \"x\"").replace("\"", "\"\"") + "\""), out);
    }

    @Test
    void stack_whose_outputs_nobody_gave_is_said_in_a_sentence() {
        assertEquals(1, run(directory, "dev", "--config", "network={\"stack\": \"organization/aurora-postgres/net\"}"));
        assertEquals("no outputs of stack organization/aurora-postgres/net: give them by --refs\n", err);
    }

    @Test
    void region_with_two_zones_is_the_programs_own_error() {
        assertEquals(1, run(directory, "dev", "--config", "aws:region=us-west-1"));
        assertTrue(err.contains("us-west-1") && !err.contains("\tat "), err);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prd|there is no Pulumi.prd.yaml: did you mean prod?",
        "dev --fromat json|did you mean --format?",
        "dev --format jsn|did you mean json?",
        "dev prod|exactly one stack",
        "dev --config port|KEY=VALUE is wanted",
        "dev --against nowhere.json|--against nowhere.json cannot be read",
        "dev --out /nowhere/plan.txt|--out /nowhere/plan.txt cannot be written",
        "--from-cloudformation nowhere.json|--from-cloudformation nowhere.json cannot be read",
        "--from-cloudformation Pulumi.yaml|--from-cloudformation Pulumi.yaml is not what `aws cloudformation",
        "--from-cloudformation x --format json|--from-cloudformation goes with --out alone",
        "--from-cloudformation x --stages|--from-cloudformation goes with --out alone",
        "dev --from-cloudformation x|--from-cloudformation goes with --out alone",
        "dev --refs nowhere.json|--refs nowhere.json is not a readable"})
    void wrong_usage_names_the_nearest_right_one(String line, String expected) {
        assertEquals(64, run(directory, line.split(" ")));
        assertTrue(err.contains(expected) && !err.contains("\tat "), err);
    }

    @Test
    void yaml_that_does_not_parse_is_said_with_line_and_column() throws Exception {
        Files.writeString(directory.resolve("Pulumi.bad.yaml"), "config:\n  aurora-postgres:stage: [dev\n");
        assertEquals(1, run(directory, "bad"));
        assertTrue(err.matches("(?s)Pulumi.bad.yaml, line 3, column 1: [^\n]+\n"), err);
    }

    @Test
    void plan_of_newer_schema_is_refused() throws Exception {
        Files.writeString(directory.resolve("new.json"), "{\"schemaVersion\": 99}");
        assertEquals(64, run(directory, "dev", "--against", directory.resolve("new.json").toString()));
        assertTrue(err.contains("is a plan of schema 99, this program reads up to 1"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"schemaVersion\": 1}", "{\"schemaVersion\": 1, \"stack\": 3}", "nonsense"})
    void what_is_no_plan_is_refused(String content) throws Exception {
        Files.writeString(directory.resolve("no.json"), content);
        assertEquals(64, run(directory, "dev", "--against", directory.resolve("no.json").toString()));
        assertTrue(err.contains("is not a plan"), err);
    }

    @Test
    void same_plan_is_no_change_and_dangers_end_with_their_own_code() {
        var before = directory.resolve("before.json").toString();
        assertEquals(0, run(directory, "prod", "--format", "json", "--out", before));
        assertEquals(0, run(directory, "prod", "--against", before, "--strict"), out);
        assertEquals(2, run(directory, "prod", "--against", before, "--config", "database.instances=3"), out);
        assertEquals(3, run(directory, "prod", "--against", before, "--config", "database.instances=3", "--strict"));
        assertEquals(3, run(directory, "prod", "--against", before, "--config", "database.deletionProtection=false"), out);
        assertEquals(64, run(directory, "dev", "--against", before), out);
    }

    @Test
    void stack_file_of_old_stacks_is_planned_at_once_when_it_is_complete() {
        var file = directory.resolve("Pulumi.moved.yaml").toString();
        assertEquals(0, run(directory, "--from-cloudformation", GOLDEN + "/migration/orders.json", "--out", file), err);
        assertEquals("", out);
        assertTrue(err.contains("LambdaBootStrapS3Bucket: not taken over"), err);
        assertEquals(0, run(directory, "moved"), err);
        assertEquals(1, run(directory, "--from-cloudformation", GOLDEN + "/migration/legacy.json"));
        assertTrue(out.contains("config:\n  aws:region: us-east-1\n"), out);
        assertTrue(err.contains("aurora-postgres:database.masterUsername: is missing"), err);
    }

    @Test
    void names_of_old_stacks_come_back_from_the_file_as_they_went() throws Exception {
        var described = Files.readString(GOLDEN.resolve("migration/orders.json"));
        var random = new Random(1);
        var address = "'#!$%&*+-./=?^_`{|}~\u0001\u0085\u00a0\u2028\ufeffé漢7e".toCharArray();
        for (int i = 0; i < 300; i++) {
            var keyPair = random.ints(1 + random.nextInt(12), '!', '~' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            var email = random.ints(1 + random.nextInt(12), 0, address.length).mapToObj(at -> address[at])
                    .map(String::valueOf).collect(Collectors.joining("", "", "@example.com"));
            Files.writeString(directory.resolve("old.json"), described
                    .replace("\"orders #1: \\\"ops\\\"\"", new JsonPrimitive(keyPair).toString())
                    .replace("\"dba@example.com\"", new JsonPrimitive(email).toString()));
            assertEquals(0, run(directory, "--from-cloudformation", directory.resolve("old.json").toString(),
                    "--out", directory.resolve("Pulumi.new.yaml").toString()), err);
            var settings = ConfigurationReader.read(
                    StackFile.PROJECT, StackFile.read(directory, "new", Map.of()).values());
            assertEquals(email, settings.notificationEmails().get(0));
            assertEquals(keyPair, settings.bastion().orElseThrow().keyPairName().orElseThrow());
        }
    }

    @Test
    void encrypted_values_are_never_shown() throws Exception {
        var file = Files.readString(directory.resolve("Pulumi.dev.yaml"))
                .replace("masterUsername: sampleowner", "masterUsername: {secure: v1:abcdef}");
        Files.writeString(directory.resolve("Pulumi.dev.yaml"), file);
        assertEquals(0, run(directory, "dev", "--format", "json"), err);
        var shown = JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("settings").asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("key").getAsString().equals("database.masterUsername")).findFirst().orElseThrow();
        assertEquals("[secret]", shown.get("value").getAsString());
        assertFalse(out.contains("abcdef"), "the cipher text is shown");
    }

    private int run(Path directory, String... args) {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        int code = PlanCommand.run(
                directory, false, false, new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8), args);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
