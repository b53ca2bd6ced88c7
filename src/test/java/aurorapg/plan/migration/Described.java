package aurorapg.plan.migration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What describe-stacks prints, changed as a test needs it. */
record Described(List<JsonObject> stacks) {

    private static final Path FOLDER = Path.of("src/test/resources/aurorapg/plan/migration");

    /** Three stacks in eu-west-1 that need nothing more, and a web site's stack. */
    static Described orders() {
        return file("orders");
    }

    static Described file(String name) {
        try {
            var json = JsonParser.parseString(Files.readString(FOLDER.resolve(name + ".json"))).getAsJsonObject();
            return new Described(
                    json.getAsJsonArray("Stacks").asList().stream().map(one -> one.getAsJsonObject()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was accepted, by {@code -Daccept=true}, for the file of that name. */
    static String accepted(String name, String said) throws IOException {
        if (Boolean.getBoolean("accept")) {
            Files.writeString(FOLDER.resolve(name), said);
        }
        return Files.readString(FOLDER.resolve(name));
    }

    /** The same where the stack's parameter has this value; null takes it out. */
    Described with(String stack, String parameter, String value) {
        var parameters = stack(stack).getAsJsonArray("Parameters");
        var kept = new JsonArray();
        parameters.asList().stream()
                .filter(one -> !one.getAsJsonObject().get("ParameterKey").getAsString().equals(parameter))
                .forEach(kept::add);
        if (value != null) {
            var pair = new JsonObject();
            pair.addProperty("ParameterKey", parameter);
            pair.addProperty("ParameterValue", value);
            kept.add(pair);
        }
        stack(stack).add("Parameters", kept);
        return this;
    }

    Described without(String stack) {
        return new Described(stacks.stream().filter(one -> one != stack(stack)).toList());
    }

    /** The stack once more, with its text changed. */
    Described again(String stack, String from, String to) {
        var copy = JsonParser.parseString(stack(stack).toString().replace(from, to)).getAsJsonObject();
        return new Described(Stream.concat(stacks.stream(), Stream.of(copy)).toList());
    }

    JsonObject stack(String name) {
        return stacks.stream().filter(one -> Objects.equals(one.get("StackName").getAsString(), name))
                .findFirst().orElseThrow();
    }

    String json() {
        var all = new JsonArray();
        stacks.forEach(all::add);
        var answer = new JsonObject();
        answer.add("Stacks", all);
        return answer.toString();
    }

    FromCloudFormation.StackFileDraft draft() {
        return FromCloudFormation.of("aurora-postgres", json());
    }
}
