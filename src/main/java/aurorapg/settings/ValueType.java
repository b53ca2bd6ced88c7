package aurorapg.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values that a key takes.
 *
 * @param allowed the allowed values in words, as error messages and the README say them
 * @param schema the allowed values as JSON Schema, as far as it can say them
 * @param reader reads a JSON value or throws {@link Refused}
 * @param notBuilt allowed values whose feature is not there yet, and what will add it
 * @param <T> what a value becomes
 */
public record ValueType<T>(
        String allowed, JsonObject schema, Function<JsonElement, T> reader, Map<JsonElement, String> notBuilt) {

    /** Longest number, in digits on either side of the point, that a parameter's text may become. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LONGEST_SHOWN = 120;

    /** An object whose keys are described by themselves. */
    static final ValueType<JsonObject> SECTION = new ValueType<>("an object", new JsonObject(), json -> {
        if (!json.isJsonObject()) {
            throw new Refused(shown(json));
        }
        return json.getAsJsonObject();
    }, Map.of());

    T read(JsonElement json) {
        return reader.apply(json);
    }

    /** {@code true} or {@code false}, never text. */
    static ValueType<Boolean> flag() {
        var schema = new JsonObject();
        schema.addProperty("type", "boolean");
        return new ValueType<>("true or false", schema, json -> {
            if (!(json instanceof JsonPrimitive value && value.isBoolean())) {
                throw new Refused(shown(json));
            }
            return json.getAsBoolean();
        }, Map.of());
    }

    /** Text that matches a pattern as a whole. */
    static ValueType<String> text(String allowed, String pattern) {
        var compiled = Pattern.compile(pattern);
        var schema = new JsonObject();
        schema.addProperty("type", "string");
        schema.addProperty("pattern", "^(?:" + pattern + ")$");
        return new ValueType<>(allowed, schema, json -> {
            if (!(json instanceof JsonPrimitive value && value.isString())
                    || !compiled.matcher(value.getAsString()).matches()) {
                throw new Refused(shown(json));
            }
            return value.getAsString();
        }, Map.of());
    }

    /** One of a list of texts. */
    static ValueType<String> choice(String... labels) {
        var pattern = Arrays.stream(labels).map(Pattern::quote).collect(Collectors.joining("|"));
        var schema = new JsonObject();
        schema.add("enum", array((Object[]) labels));
        return new ValueType<>(
                String.join(", ", labels), schema, text("", pattern).reader(), Map.of());
    }

    /** A whole number of a range. */
    static ValueType<Long> whole(long lowest, long highest) {
        var schema = new JsonObject();
        schema.addProperty("type", "integer");
        schema.addProperty("minimum", lowest);
        schema.addProperty("maximum", highest);
        var allowed = "a whole number from %d to %d".formatted(lowest, highest);
        return new ValueType<>(allowed, schema, json -> {
            var number = number(json, lowest, highest);
            if (number.stripTrailingZeros().scale() > 0) {
                throw new Refused(shown(json));
            }
            return number.longValueExact();
        }, Map.of());
    }

    /** A whole number out of a list. */
    static ValueType<Long> wholeOf(String allowed, List<Long> numbers) {
        var schema = new JsonObject();
        schema.add("enum", array(numbers.toArray()));
        var range = whole(numbers.get(0), numbers.get(numbers.size() - 1));
        return new ValueType<>(allowed, schema, json -> {
            var number = range.read(json);
            if (!numbers.contains(number)) {
                throw new Refused(shown(json));
            }
            return number;
        }, Map.of());
    }

    /** A number of a range, with or without a fraction. */
    static ValueType<Double> number(long lowest, long highest) {
        var schema = new JsonObject();
        schema.addProperty("type", "number");
        schema.addProperty("minimum", lowest);
        schema.addProperty("maximum", highest);
        return new ValueType<>(
                "a number from %d to %d".formatted(lowest, highest), schema,
                json -> number(json, lowest, highest).doubleValue(), Map.of());
    }

    /** A list; every element that is wrong is named. */
    static <T> ValueType<List<T>> list(String allowed, ValueType<T> of, int least, int most) {
        return list(allowed, of, least, most, true);
    }

    /** A list whose elements may be the same. */
    static <T> ValueType<List<T>> repeating(String allowed, ValueType<T> of, int least, int most) {
        return list(allowed, of, least, most, false);
    }

    private static <T> ValueType<List<T>> list(String allowed, ValueType<T> of, int least, int most, boolean distinct) {
        var schema = new JsonObject();
        schema.addProperty("type", "array");
        schema.add("items", of.schema());
        schema.addProperty("minItems", least);
        if (most < Integer.MAX_VALUE) {
            schema.addProperty("maxItems", most);
        }
        if (distinct) {
            schema.addProperty("uniqueItems", true);
        }
        return new ValueType<>(allowed, schema, json -> {
            if (!json.isJsonArray()) {
                throw new Refused(shown(json));
            }
            var wrongs = new ArrayList<String>();
            var elements = new ArrayList<T>();
            for (var element : json.getAsJsonArray()) {
                try {
                    elements.add(of.read(element));
                } catch (Refused e) {
                    wrongs.addAll(e.wrongs.stream().map("an element "::concat).toList());
                }
            }
            if (distinct && wrongs.isEmpty() && elements.stream().distinct().count() < elements.size()) {
                wrongs.add(shown(json) + ", which names one twice");
            }
            if (wrongs.isEmpty() && (elements.size() < least || elements.size() > most)) {
                wrongs.add(shown(json) + ", a list of " + elements.size());
            }
            if (!wrongs.isEmpty()) {
                throw new Refused(wrongs);
            }
            return List.copyOf(elements);
        }, Map.of());
    }

    /** Custom endpoints: name to {@code type} and {@code members}. */
    static ValueType<Map<String, CustomEndpoint>> endpoints() {
        var members = list("", whole(1, 16), 1, 16);
        var kind = choice("reader", "any");
        var properties = new JsonObject();
        properties.add("type", kind.schema());
        properties.add("members", members.schema());
        var endpoint = new JsonObject();
        endpoint.addProperty("type", "object");
        endpoint.add("properties", properties);
        endpoint.add("required", array("type", "members"));
        endpoint.addProperty("additionalProperties", false);
        var names = new JsonObject();
        names.addProperty("pattern", "^[a-z](?:-?[a-z0-9]){0,19}$");
        var schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("propertyNames", names);
        schema.add("additionalProperties", endpoint);
        var allowed = "an object, names of at most 20 small letters, digits and single hyphens to `type` (reader, any) and"
                + " `members` (numbers of the instances, writer is 1)";
        return new ValueType<>(allowed, schema, json -> {
            if (!json.isJsonObject()) {
                throw new Refused(shown(json));
            }
            var all = new LinkedHashMap<String, CustomEndpoint>();
            json.getAsJsonObject().entrySet().forEach(one -> {
                if (!one.getKey().matches("[a-z](?:-?[a-z0-9]){0,19}")
                        || !(one.getValue() instanceof JsonObject object)
                        || !object.keySet().equals(Set.of("type", "members"))) {
                    throw new Refused("has \"%s\", which %s".formatted(one.getKey(), shown(one.getValue())));
                }
                all.put(one.getKey(), new CustomEndpoint(
                        kind.read(object.get("type")).equals("reader"),
                        members.read(object.get("members")).stream().map(Math::toIntExact).toList()));
            });
            return Map.copyOf(all);
        }, Map.of());
    }

    /** A list, or one element alone. */
    static <T> ValueType<List<T>> oneOrList(String allowed, ValueType<T> of) {
        var several = list(allowed, of, 1, Integer.MAX_VALUE);
        var schema = new JsonObject();
        var either = new JsonArray();
        either.add(of.schema());
        either.add(several.schema());
        schema.add("anyOf", either);
        return new ValueType<>(
                allowed, schema, json -> json.isJsonArray() ? several.read(json) : List.of(of.read(json)), Map.of());
    }

    /** Engine parameters: name to value; a number or a flag becomes the text that RDS takes (true is 1, false is 0). */
    static ValueType<Map<String, String>> parameters() {
        var name = Pattern.compile("[a-z0-9_.]+");
        var value = new JsonObject();
        value.add("type", array("string", "number", "boolean"));
        value.addProperty("minLength", 1);
        var names = new JsonObject();
        names.addProperty("pattern", "^[a-z0-9_.]+$");
        var schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("propertyNames", names);
        schema.add("additionalProperties", value);
        return new ValueType<>("an object, names of a-z, 0-9, _ and . to text, numbers, true or false", schema, json -> {
            if (!json.isJsonObject()) {
                throw new Refused(shown(json));
            }
            var wrongs = new ArrayList<String>();
            var all = new LinkedHashMap<String, String>();
            json.getAsJsonObject().entrySet().forEach(entry -> {
                var text = parameterText(entry.getValue());
                if (!name.matcher(entry.getKey()).matches()) {
                    wrongs.add("has the name \"" + entry.getKey() + "\"");
                } else if (text.isEmpty()) {
                    wrongs.add("has " + entry.getKey() + ", which " + shown(entry.getValue()));
                } else {
                    all.put(entry.getKey(), text.get());
                }
            });
            if (!wrongs.isEmpty()) {
                throw new Refused(wrongs);
            }
            return Map.copyOf(all);
        }, Map.of());
    }

    /** The same type where a whole number stands for its digits, as {@code pulumi config set --path} writes them. */
    ValueType<T> orDigits() {
        return orNumber(number -> number.scale() <= 0
                ? Optional.of(number.toPlainString())
                : Optional.empty(), "a number with a fraction: write it in quotes");
    }

    /** The same type where a number stands for its text, if that text is certain. */
    ValueType<T> orNumber(Function<BigDecimal, Optional<String>> certain, String otherwise) {
        var wider = schema.deepCopy();
        wider.add("type", array("string", "number"));
        return new ValueType<>(allowed, wider, json -> {
            if (!(json instanceof JsonPrimitive value && value.isNumber())) {
                return read(json);
            }
            var number = value.getAsBigDecimal();
            var text = tooLong(number) ? Optional.<String>empty() : certain.apply(number);
            return read(new JsonPrimitive(text.orElseThrow(() -> new Refused(shown(json) + ", " + otherwise))));
        }, notBuilt);
    }

    /** The same type with a condition that says what is wrong with a value that breaks it. */
    ValueType<T> checked(Function<T, Optional<String>> condition) {
        return new ValueType<>(allowed, schema, json -> {
            var value = read(json);
            condition.apply(value).ifPresent(wrong -> {
                throw new Refused(shown(json) + ", " + wrong);
            });
            return value;
        }, notBuilt);
    }

    /** The same type with other words for what is allowed. */
    ValueType<T> called(String words) {
        return new ValueType<>(words, schema, reader, notBuilt);
    }

    /** The same type with one more value, whose feature is not there yet. */
    ValueType<T> withoutYet(JsonPrimitive value, String when) {
        return new ValueType<>(allowed, schema, reader, Map.of(value, when));
    }

    private static Optional<String> parameterText(JsonElement json) {
        if (!(json instanceof JsonPrimitive value)) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.getAsBoolean() ? "1" : "0");
        }
        if (value.isString()) {
            return Optional.of(value.getAsString()).filter(text -> !text.isEmpty());
        }
        var number = value.getAsBigDecimal();
        if (tooLong(number)) {
            return Optional.empty();
        }
        return Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static boolean tooLong(BigDecimal number) {
        return number.precision() > LONGEST_NUMBER || Math.abs((long) number.scale()) > LONGEST_NUMBER;
    }

    private static BigDecimal number(JsonElement json, long lowest, long highest) {
        if (!(json instanceof JsonPrimitive value && value.isNumber())
                || value.getAsBigDecimal().compareTo(BigDecimal.valueOf(lowest)) < 0
                || value.getAsBigDecimal().compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw new Refused(shown(json));
        }
        return value.getAsBigDecimal();
    }

    static JsonArray array(Object... elements) {
        var array = new JsonArray();
        for (var element : elements) {
            array.add(element instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive((String) element));
        }
        return array;
    }

    /** {@code is <value>}, as JSON, so that text and numbers can be told apart; long values are cut. */
    static String shown(JsonElement json) {
        var text = Json.compact(json);
        return "is " + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
    }
}
