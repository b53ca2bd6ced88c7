package aurorapg.plan;

import aurorapg.plan.compare.Comparison;
import aurorapg.plan.engine.ProgramRun;
import aurorapg.plan.engine.Region;
import aurorapg.plan.migration.FromCloudFormation;
import aurorapg.plan.picture.ArchitecturePicture;
import aurorapg.plan.report.MarkdownReport;
import aurorapg.plan.report.TextReport;
import aurorapg.settings.ConfigurationReader;
import aurorapg.settings.InvalidConfigurationException;
import aurorapg.settings.NetworkSettings;
import aurorapg.settings.Origins;
import aurorapg.settings.Settings;
import aurorapg.settings.Warnings;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** The command {@code ./plan}: everything that the program would register, without an account. */
public final class PlanCommand {

    private static final long PATIENCE_MILLIS = 1000;
    private static final int DANGERS = 3;

    private PlanCommand() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var code = run(Path.of(System.getProperty("plan.directory", "")), Boolean.getBoolean("plan.colours"),
                Boolean.getBoolean("plan.progress"), out, System.err, args);
        if (out.checkError()) {
            System.err.println("plan: whoever read the plan closed it before its end");
        }
        System.exit(code);
    }

    /**
     * Runs the command.
     *
     * @param directory where Pulumi.yaml and the stack files lie
     * @param colours whether text is coloured, for a terminal
     * @param progress whether somebody watches {@code err}, who gets a word when it takes longer
     * @return 0 no change or no comparison, 2 changes, 3 dangers, 1 errors in the configuration, 64 wrong usage
     */
    static int run(
            Path directory, boolean colours, boolean progress, PrintStream out, PrintStream err, String... args) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            out.println(Arguments.USAGE);
            return 0;
        }
        var timer = new Timer(true);
        if (progress) {
            timer.schedule(new TimerTask() {
                @Override
                public void run() {
                    err.println("plan: running the program ...");
                }
            }, PATIENCE_MILLIS);
        }
        try {
            return answer(Arguments.of(args), directory, colours, out, err);
        } catch (Refusal e) {
            err.println(e.exitCode == Refusal.USAGE ? "plan: " + e.getMessage() : e.getMessage());
            return e.exitCode;
        } finally {
            timer.cancel();
        }
    }

    private static int answer(Arguments asked, Path directory, boolean colours, PrintStream out, PrintStream err)
            throws Refusal {
        if (asked.stages()) {
            write(asked, stages(), out);
            return 0;
        }
        if (asked.fromCloudFormation().isPresent()) {
            return migrate(asked, asked.fromCloudFormation().get(), out, err);
        }
        var before = asked.against().isPresent() ? Optional.of(earlier(asked.against().get())) : Optional.<Plan>empty();
        var plan = plan(directory, asked.stack(), StackFile.read(directory, asked.stack(), asked.config()), refs(asked));
        Optional<Comparison> comparison;
        try {
            comparison = before.map(earlier -> Comparison.of(earlier, plan));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.USAGE, asked.against().orElse("") + " " + e.getMessage());
        }
        var form = switch (asked.format()) {
            case "json" -> plan.json(comparison);
            case "markdown" -> MarkdownReport.of(plan, comparison);
            case "svg" -> ArchitecturePicture.svg(plan);
            default -> TextReport.of(plan, comparison, colours && asked.out().isEmpty());
        };
        write(asked, form, out);
        var code = comparison.map(Comparison::exitCode).orElse(0);
        return asked.strict() && code != 0 ? DANGERS : code;
    }

    static Plan plan(Path directory, String stack, StackFile file, JsonObject refs) throws Refusal {
        try {
            var settings = ConfigurationReader.read(StackFile.PROJECT, file.values());
            var run = ProgramRun.of(
                    StackFile.PROJECT, stack, settings, Region.of(file.region(), zones(settings)),
                    ResourceType.allAnswers(), refs, directory);
            return new Plan(
                    Plan.SCHEMA_VERSION, stack, settings.stage().label(), file.region(),
                    Origins.of(StackFile.PROJECT, file.values(), file.commandLine(), file.secrets()),
                    run.resources(), Warnings.of(settings), BootstrapStatements.of(directory, run.resources()), run.outputs());
        } catch (InvalidConfigurationException | ProgramRun.Failed e) {
            var hint = file.secrets().isEmpty() ? "" : "\nEncrypted values cannot be read here (%s): give stand-ins by --config."
                    .formatted(String.join(", ", new java.util.TreeSet<>(file.secrets())));
            throw new Refusal(Refusal.CONFIGURATION, e.getMessage() + hint);
        }
    }

    private static List<String> zones(Settings settings) {
        return settings.network() instanceof NetworkSettings.Created created ? created.availabilityZones() : List.of();
    }

    private static int migrate(Arguments asked, String path, PrintStream out, PrintStream err) throws Refusal {
        try {
            var draft = FromCloudFormation.of(StackFile.PROJECT, Files.readString(Path.of(path)));
            write(asked, draft.text(), out);
            draft.report().forEach(err::println);
            return draft.complete() ? 0 : Refusal.CONFIGURATION;
        } catch (IOException e) {
            throw new Refusal(Refusal.USAGE, "--from-cloudformation " + path + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.USAGE, "--from-cloudformation " + path + " " + e.getMessage());
        }
    }

    private static Plan earlier(String path) throws Refusal {
        try {
            return Plan.parse(Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new Refusal(Refusal.USAGE, "--against " + path + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.USAGE, "--against " + path + " " + e.getMessage());
        }
    }

    private static JsonObject refs(Arguments asked) throws Refusal {
        if (asked.refs().isEmpty()) {
            return new JsonObject();
        }
        try {
            return new Gson().fromJson(Files.readString(Path.of(asked.refs().get())), JsonObject.class);
        } catch (IOException | JsonParseException e) {
            throw new Refusal(Refusal.USAGE, "--refs " + asked.refs().get() + " is not a readable JSON object");
        }
    }

    private static String stages() {
        var text = new StringBuilder();
        var row = "%-45s %-13s %-13s %-13s %s%n".replace("%n", "\n");
        text.append(row.formatted("default that the stage decides", "dev", "test", "pre-prod", "prod"));
        Origins.byStage().forEach((key, values) ->
                text.append(row.formatted(key, values.get(0), values.get(1), values.get(2), values.get(3))));
        return text.toString();
    }

    private static void write(Arguments asked, String form, PrintStream out) throws Refusal {
        if (asked.out().isEmpty()) {
            out.print(form);
            out.flush();
            return;
        }
        try {
            Files.writeString(Path.of(asked.out().get()), form);
        } catch (IOException e) {
            throw new Refusal(Refusal.USAGE, "--out " + asked.out().get() + " cannot be written");
        }
    }
}
