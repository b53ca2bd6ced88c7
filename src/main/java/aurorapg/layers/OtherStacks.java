package aurorapg.layers;

import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.StackReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Outputs of other stacks of this program, read before anything is registered so that a gap stops the deployment. */
public final class OtherStacks {

    private final Map<String, StackReference> references = new HashMap<>();
    private final List<String> gaps = new ArrayList<>();

    /**
     * The value of an output.
     *
     * @param key the key that names the stack
     * @param stack its fully qualified name
     * @return the value; unknown where it is missing or of another type, which {@link #check()} reports
     */
    public <T> Output<T> read(String key, String stack, StackOutput<T> output) {
        Object value;
        try {
            value = references.computeIfAbsent(stack, StackReference::new)
                    .outputDetailsAsync(output.name()).join().getValue().orElse(null);
        } catch (CompletionException e) {
            gaps.add("aurora-postgres:%s: is \"%s\", which cannot be read: %s (a stack of this program that is deployed)"
                    .formatted(key, stack, e.getCause().getMessage()));
            return Output.ofNullable(null);
        }
        var read = value == null ? null : output.type().read().apply(value);
        if (read == null) {
            gaps.add("aurora-postgres:%s: is \"%s\", whose output %s is %s (%s, which version %s of this program or later exports)"
                    .formatted(key, stack, output.name(), value == null ? "missing" : value, output.type().words(), output.since()));
        }
        return Output.ofNullable(read);
    }

    /**
     * Reports everything that was missing.
     *
     * @throws RunException with a line for each gap
     */
    public void check() {
        if (!gaps.isEmpty()) {
            throw new RunException("Another stack does not fit, nothing was registered:\n"
                    + String.join("\n", gaps.stream().distinct().toList()));
        }
    }
}
