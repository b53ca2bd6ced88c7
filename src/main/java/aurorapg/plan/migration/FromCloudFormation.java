package aurorapg.plan.migration;

import aurorapg.plan.migration.OldParameter.Form;
import aurorapg.settings.Violation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack file out of the description of the three CloudFormation stacks that this program takes over from. */
public final class FromCloudFormation {

    private static final List<String> ZONES = List.of("AZA", "AZB", "AZC");

    private final Values values;
    private final List<String> said = new ArrayList<>();

    /**
     * What came out.
     *
     * @param text the stack file's YAML; what is missing in it stands in comments at its top
     * @param report a line for everything that was not taken over or needs heed, then for everything that is missing
     * @param complete whether the program takes the file as it stands
     */
    public record StackFileDraft(String text, List<String> report, boolean complete) {}

    private FromCloudFormation(String project) {
        this.values = new Values(project);
    }

    /**
     * The stack file.
     *
     * @param project the namespace of our keys
     * @param described what {@code aws cloudformation describe-stacks} printed, or a JSON array of several such answers
     * @throws IllegalArgumentException with one sentence, which follows the name of a file, when that is something
     *     else, holds none of the three stacks, or several that stand beside each other
     */
    public static StackFileDraft of(String project, String described) {
        var stacks = DescribedStack.parse(described);
        var run = new FromCloudFormation(project);
        var chosen = Chosen.of(stacks, run.said::add);
        chosen.forEach((kind, stack) -> run.takeOver(kind, stack, chosen));
        run.values.dropDefaults();
        return run.draft(project, chosen);
    }

    private void takeOver(OldStack kind, DescribedStack stack, Map<OldStack, DescribedStack> chosen) {
        var known = kind.parameters().stream().map(OldParameter::name).toList();
        stack.parameters().keySet().stream().filter(name -> !known.contains(name)).forEach(name ->
                say(stack, name, Secret.isNamedBy(name) || Secret.isIn(stack.parameters().get(name))
                        ? "is an unknown parameter that may hold a secret: not copied" : "is an unknown parameter"));
        switch (kind) {
            case AURORA -> values.put("database", new JsonObject());
            case BASTION -> values.put("bastion", new JsonObject());
            case VPC -> zones(stack);
        }
        for (var parameter : kind.parameters()) {
            var value = stack.parameters().getOrDefault(parameter.name(), "");
            if (Secret.isIn(value)) {
                say(stack, parameter.name(), "may hold a secret: not copied");
            } else if (parameter.form() == Form.PARENT) {
                if (!value.isEmpty() && chosen.values().stream().noneMatch(one -> one.name().equals(value))) {
                    say(stack, parameter.name(), "names %s, which is not in the file: %s".formatted(
                            value, parameter.remark()));
                }
            } else if (parameter.form() == Form.PRESENCE || !value.isEmpty() && !value.equals(parameter.ours())) {
                takeOver(stack, parameter, value);
            }
        }
    }

    private void takeOver(DescribedStack stack, OldParameter parameter, String value) {
        if (parameter.key() == null) {
            say(stack, parameter.name(), "not taken over: " + parameter.remark());
        } else if (!value.matches(parameter.takes())) {
            say(stack, parameter.name(), "not taken over: is %s (%s)".formatted(
                    new JsonPrimitive(value), parameter.allowed()));
        } else if (parameter.form() != Form.ELEMENT && values.get(parameter.key()) != null) {
            say(stack, parameter.name(), "not taken over: %s has its value already".formatted(parameter.key()));
        } else {
            var refused = values.put(parameter.key(), parameter.form() == Form.ELEMENT
                    ? with(values.get(parameter.key()), value) : parameter.form().read(value));
            refused(stack, parameter.name(), refused);
            if (refused.isEmpty() && parameter.heed()) {
                say(stack, parameter.name(), "taken over as %s: %s".formatted(parameter.key(), parameter.remark()));
            }
        }
    }

    private void zones(DescribedStack stack) {
        var zones = new JsonArray();
        ZONES.stream().map(stack.outputs()::get).filter(Objects::nonNull).forEach(zones::add);
        refused(stack, "AZA to AZC", values.put("network.availabilityZones", zones));
    }

    private static JsonArray with(JsonElement list, String value) {
        var all = list == null ? new JsonArray() : list.getAsJsonArray().deepCopy();
        if (all.asList().stream().noneMatch(one -> one.getAsString().equalsIgnoreCase(value))) {
            all.add(value);
        }
        return all;
    }

    private StackFileDraft draft(String project, Map<OldStack, DescribedStack> chosen) {
        var region = chosen.values().iterator().next().region();
        var missing = new ArrayList<>(values.violations().stream().map(Violation::toString).toList());
        if (region.isEmpty()) {
            missing.add("aws:region: is missing (a region such as us-east-1: the StackId names none)");
        }
        var comments = new ArrayList<String>();
        comments.add("From " + chosen.entrySet().stream()
                .map(one -> "the %s %s".formatted(one.getKey().title, one.getValue().name()))
                .collect(Collectors.joining(", ")) + " of CloudFormation.");
        if (!missing.isEmpty()) {
            comments.add("To be completed:");
            missing.forEach(line -> comments.add("  " + line));
        }
        var config = new JsonObject();
        region.ifPresent(name -> config.addProperty("aws:region", name));
        values.tree().entrySet().forEach(entry -> config.add(project + ":" + entry.getKey(), entry.getValue()));
        return new StackFileDraft(
                StackFileText.of(comments, config),
                Stream.concat(said.stream(), missing.stream()).map(StackFileText::oneLine).toList(), missing.isEmpty());
    }

    private void refused(DescribedStack stack, String name, List<Violation> why) {
        why.forEach(one -> say(stack, name, "not taken over: " + one));
    }

    private void say(DescribedStack stack, String name, String what) {
        said.add("%s %s: %s".formatted(stack.name(), name, what));
    }
}
