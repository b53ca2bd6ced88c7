package aurorapg.plan.analysis;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement of a resource's policy.
 *
 * @param resource the resource that has the policy
 * @param effect {@code Allow} or {@code Deny}
 * @param principals whom it names; empty in a role's policy, which speaks of the role
 * @param actions what it names, such as {@code kms:Decrypt}
 * @param objects the ARNs that it names; empty when it speaks of its own resource
 * @param condition what has to hold; empty when nothing has
 */
public record Statement(
        Registration resource,
        String effect,
        List<String> principals,
        List<String> actions,
        List<String> objects,
        String condition) {

    /** The statements of all policies of a resource. */
    public static List<Statement> of(Registration resource) {
        return resource.inputs().entrySet().stream()
                .map(input -> PolicyDocument.parse(input.getValue()))
                .filter(document -> document instanceof JsonObject)
                .flatMap(document -> InputPath.all(document, "Statement"))
                .flatMap(statements -> elements(statements))
                .filter(element -> element instanceof JsonObject)
                .map(element -> of(resource, element.getAsJsonObject()))
                .toList();
    }

    private static Statement of(Registration resource, JsonObject json) {
        return new Statement(
                resource,
                Excerpt.text(json.get("Effect")),
                Stream.concat(named(json, "Principal"), named(json, "NotPrincipal").map("all but "::concat)).toList(),
                Stream.concat(named(json, "Action"), named(json, "NotAction").map("all but "::concat)).toList(),
                Stream.concat(named(json, "Resource"), named(json, "NotResource").map("all but "::concat)).toList(),
                json.get("Condition") instanceof JsonObject condition ? words(condition) : "");
    }

    private static Stream<String> named(JsonObject json, String member) {
        var value = json.get(member);
        return value instanceof JsonObject kinds
                ? kinds.entrySet().stream().flatMap(kind -> elements(kind.getValue())).map(Excerpt::text)
                : elements(value).map(Excerpt::text);
    }

    private static Stream<JsonElement> elements(JsonElement value) {
        return value instanceof JsonArray list ? list.asList().stream() : Stream.ofNullable(value);
    }

    private static String words(JsonObject condition) {
        return condition.entrySet().stream()
                .flatMap(test -> test.getValue().getAsJsonObject().entrySet().stream().map(one -> "%s %s %s".formatted(
                        one.getKey(), test.getKey(),
                        elements(one.getValue()).map(Excerpt::text).collect(Collectors.joining(" or ")))))
                .collect(Collectors.joining(" and "));
    }

    /** The statement in words. */
    public String sentence() {
        return (effect.equals("Allow") ? "allows " : "denies ")
                + (principals.isEmpty() ? "" : String.join(", ", principals) + " ")
                + String.join(", ", actions)
                + (objects.isEmpty() || objects.equals(List.of("*")) ? "" : " on " + String.join(", ", objects))
                + (condition.isEmpty() ? "" : " if " + condition);
    }
}
