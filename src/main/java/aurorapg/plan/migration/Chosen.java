package aurorapg.plan.migration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which of the described stacks become one stack file: one, and those that it names as its parents. */
final class Chosen {

    private Chosen() {}

    /**
     * The stacks by their kind, the one that names the others first.
     *
     * @param say hears of every stack that is left alone
     * @throws IllegalArgumentException with one sentence when there is none, or several that stand beside each other
     */
    static Map<OldStack, DescribedStack> of(List<DescribedStack> all, Consumer<String> say) {
        var kinds = all.stream().filter(stack -> OldStack.of(stack).isPresent())
                .collect(Collectors.groupingBy(
                        stack -> OldStack.of(stack).get(), () -> new EnumMap<>(OldStack.class), Collectors.toList()));
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("holds none of the three stacks: VPC, bastion or Aurora");
        }
        var first = kinds.entrySet().iterator().next();
        if (first.getValue().size() > 1) {
            throw new IllegalArgumentException("holds %d %ss (%s): give one at a time".formatted(
                    first.getValue().size(), first.getKey().title,
                    first.getValue().stream().map(DescribedStack::name).collect(Collectors.joining(", "))));
        }
        var child = first.getValue().get(0);
        var chosen = new EnumMap<OldStack, DescribedStack>(OldStack.class);
        kinds.forEach((kind, stacks) -> stacks.stream()
                .filter(stack -> stack == child
                        || stack.place().equals(child.place())
                        && stack.name().equals(child.parameters().get(kind.namedBy)))
                .forEach(stack -> chosen.put(kind, stack)));
        all.stream().filter(stack -> !chosen.containsValue(stack)).forEach(stack -> say.accept(
                "%s: left alone: %s".formatted(stack.name(), OldStack.of(stack)
                        .map(kind -> "a %s that %s does not name".formatted(kind.title, child.name()))
                        .orElse("none of the three stacks"))));
        return chosen;
    }
}
