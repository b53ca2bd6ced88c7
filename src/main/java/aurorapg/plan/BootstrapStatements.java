package aurorapg.plan;

import aurorapg.bootstrap.FunctionCode;
import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the bootstrap function would run in a new database: asked of the very jar that is deployed. */
final class BootstrapStatements {

    private static final String CALL = "aws:lambda/invocation:Invocation";
    private static final String FUNCTION = "aws:lambda/function:Function";

    /** What only the bootstrap's function has. */
    private static final String DATABASE = "environment.variables.DATABASE_NAME";

    private BootstrapStatements() {}

    /** The statements line by line, each below a comment that says what it is for; empty without a bootstrap. */
    static List<String> of(Path project, List<Registration> resources) {
        var function = inputs(resources, FUNCTION)
                .filter(one -> InputPath.single(one, DATABASE) != null).findFirst();
        var call = function.flatMap(asked -> inputs(resources, CALL)
                .filter(one -> one.get("functionName").equals(asked.get("name"))).findFirst());
        if (call.isEmpty()) {
            return List.of();
        }
        var question = JsonParser.parseString(call.get().get("input").getAsString()).getAsJsonObject();
        question.add("database", InputPath.single(function.get(), DATABASE));
        return listing(project.resolve(FunctionCode.PATH), question.toString()).lines().toList();
    }

    private static Stream<JsonObject> inputs(List<Registration> resources, String type) {
        return resources.stream().filter(one -> one.type().equals(type)).map(Registration::inputs);
    }

    /** The function's jar tells its own statements as a service, so that its classes and ours never meet. */
    @SuppressWarnings("unchecked")
    private static String listing(Path jar, String question) {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Function<String, String> listing = ServiceLoader.load(Function.class, loader).findFirst().orElseThrow();
            return listing.apply(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
