package aurorapg.plan.compare;

import aurorapg.plan.analysis.Excerpt;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Function;

/**
 * What makes a change a danger.
 *
 * @param name the rule's name in tests and discussions
 * @param what what happens to the resource; empty when the rule has nothing against the change
 * @param lost what would be lost, in one sentence
 */
record Rule(String name, Function<Scene, Optional<String>> what, Function<Scene, String> lost) {

    Rule(String name, Function<Scene, Optional<String>> what, String lost) {
        this(name, what, scene -> lost);
    }

    Optional<Danger> judge(Scene scene) {
        return what.apply(scene).map(text -> new Danger(scene.pair().any().name(), text, lost.apply(scene)));
    }

    /** A switch of a resource that stays; one that is absent is off. */
    static Rule turned(boolean to, String input, String lost) {
        return new Rule(input + "-" + to, scene -> {
            var pair = scene.pair();
            return pair.stays() && on(pair.old(input)) != to && on(pair.planned(input)) == to
                    ? Optional.of("%s becomes %s".formatted(input, to))
                    : Optional.empty();
        }, lost);
    }

    /** A number of a resource that stays, which gets smaller; {@code absent} is what AWS takes without one. */
    static Rule lowered(String type, String input, double absent, String unit, String lost) {
        return new Rule(input + "-lowered", scene -> {
            var pair = scene.pair();
            if (!pair.stays() || !pair.any().type().equals(type)
                    || size(type, pair.planned(input), absent) >= size(type, pair.old(input), absent)) {
                return Optional.empty();
            }
            return Optional.of("%s goes from %s to %s %s".formatted(
                    input, Excerpt.text(pair.old(input)), Excerpt.text(pair.planned(input)), unit));
        }, lost);
    }

    static boolean on(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.getAsString().equals("true");
    }

    /** A number, also one written as a string; {@code absent} when there is none. */
    static double number(JsonElement value, double absent) {
        try {
            return value instanceof JsonPrimitive primitive ? Double.parseDouble(primitive.getAsString()) : absent;
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    private static double size(String type, JsonElement value, double absent) {
        double number = number(value, absent);
        // CloudWatch writes "for ever" as zero days.
        return number == 0 && type.equals(DangerRules.LOG_GROUP) ? Double.POSITIVE_INFINITY : number;
    }
}
