package aurorapg.plan.analysis;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import java.util.TreeSet;

/** Whom policies of resources admit. */
public final class Principals {

    /** Whoever there is. */
    public static final String EVERYBODY = "*";

    /** Follows a principal that a statement without a condition admits. */
    public static final String UNCONDITIONAL = " without a condition";

    private Principals() {}

    /** Whom a resource's policies admit; each that needs no condition again with {@value #UNCONDITIONAL}. */
    public static Set<String> of(Registration resource) {
        var found = new TreeSet<String>();
        resource.inputs().entrySet().stream()
                .map(input -> PolicyDocument.parse(input.getValue()))
                .filter(document -> document instanceof JsonObject)
                .flatMap(document -> InputPath.all(document, "Statement"))
                .forEach(statements -> list(statements).forEach(statement -> collect(found, statement)));
        return found;
    }

    private static JsonArray list(JsonElement value) {
        if (value instanceof JsonArray several) {
            return several;
        }
        var list = new JsonArray();
        list.add(value);
        return list;
    }

    private static void collect(Set<String> found, JsonElement element) {
        if (!(element instanceof JsonObject statement)
                || !(statement.get("Effect") instanceof JsonPrimitive effect)
                || !effect.getAsString().equals("Allow")) {
            return;
        }
        boolean conditional = statement.get("Condition") instanceof JsonObject condition && condition.size() > 0;
        // Whoever is not excepted is admitted, which nobody can enumerate.
        if (statement.has("NotPrincipal")) {
            add(found, EVERYBODY, conditional);
        }
        var principal = statement.get("Principal");
        if (principal instanceof JsonObject kinds) {
            kinds.entrySet().forEach(kind -> list(kind.getValue())
                    .forEach(one -> add(found, Excerpt.text(one), conditional)));
        } else if (principal instanceof JsonPrimitive) {
            add(found, principal.getAsString(), conditional);
        }
    }

    private static void add(Set<String> found, String principal, boolean conditional) {
        found.add(principal);
        if (!conditional) {
            found.add(principal + UNCONDITIONAL);
        }
    }
}
