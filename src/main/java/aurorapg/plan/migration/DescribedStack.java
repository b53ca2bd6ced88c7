package aurorapg.plan.migration;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack as CloudFormation describes it.
 *
 * @param name the stack's name
 * @param id its ARN
 * @param parameters name to value, the resolved one where the parameter names one of Systems Manager's
 * @param outputs name to value
 */
record DescribedStack(String name, String id, Map<String, String> parameters, Map<String, String> outputs) {

    private record Answer(@SerializedName("Stacks") List<Described> stacks) {}

    private record Described(
            @SerializedName("StackName") String name,
            @SerializedName("StackId") String id,
            @SerializedName("Parameters") List<Parameter> parameters,
            @SerializedName("Outputs") List<Value> outputs) {}

    private record Parameter(
            @SerializedName("ParameterKey") String key,
            @SerializedName("ParameterValue") String value,
            @SerializedName("ResolvedValue") String resolved) {}

    private record Value(@SerializedName("OutputKey") String key, @SerializedName("OutputValue") String value) {}

    private static final Gson GSON = new Gson();
    private static final Pattern ARN = Pattern.compile("(arn:[a-z-]+:cloudformation:([a-z0-9-]+):[0-9]*:)stack/.*");

    /**
     * The stacks of what {@code aws cloudformation describe-stacks} printed, or of an array of such objects.
     *
     * @throws IllegalArgumentException with one sentence when the text is something else
     */
    static List<DescribedStack> parse(String text) {
        try {
            var json = GSON.fromJson(text, JsonElement.class);
            var answers = json.isJsonArray() ? json.getAsJsonArray().asList() : List.of(json);
            // A stack that two answers hold is one stack.
            return answers.stream().flatMap(answer -> GSON.fromJson(answer, Answer.class).stacks().stream())
                    .filter(stack -> stack.name() != null)
                    .map(stack -> new DescribedStack(
                            stack.name(), Objects.requireNonNullElse(stack.id(), ""),
                            byName(stack.parameters(), Parameter::key,
                                    one -> one.resolved() == null ? one.value() : one.resolved()),
                            byName(stack.outputs(), Value::key, Value::value)))
                    .distinct().toList();
        } catch (JsonParseException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "is not what `aws cloudformation describe-stacks --output json` prints");
        }
    }

    /** The region of the stack, when its id is an ARN. */
    Optional<String> region() {
        return Optional.of(ARN.matcher(id)).filter(Matcher::matches).map(found -> found.group(2));
    }

    /** Region and account; names of stacks are unique in there. */
    String place() {
        return Optional.of(ARN.matcher(id)).filter(Matcher::matches).map(found -> found.group(1)).orElse("");
    }

    private static <T> Map<String, String> byName(List<T> all, Function<T, String> name, Function<T, String> value) {
        var map = new LinkedHashMap<String, String>();
        if (all != null) {
            all.forEach(one -> map.put(name.apply(one), Objects.requireNonNullElse(value.apply(one), "")));
        }
        return map;
    }
}
