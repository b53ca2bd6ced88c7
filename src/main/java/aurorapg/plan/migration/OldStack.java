package aurorapg.plan.migration;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The three CloudFormation stacks, those that need others first; what becomes of them is {@code stacks.json}. */
enum OldStack {
    AURORA("Aurora stack", ""),
    BASTION("bastion stack", "ParentSSHBastionStack"),
    VPC("VPC stack", "ParentVPCStack");

    /**
     * A stack's description.
     *
     * @param templateId its output TemplateID; null for the Aurora stack, which has none
     * @param parameters its parameters in the order of their taking over: of two that contradict, the first one stays
     * @param outputs its outputs
     */
    private record Description(String templateId, List<OldParameter> parameters, List<OldOutput> outputs) {}

    private static final Map<OldStack, Description> ALL = load();

    final String title;

    /** The parameter by which other stacks name a stack of this kind. */
    final String namedBy;

    OldStack(String title, String namedBy) {
        this.title = title;
        this.namedBy = namedBy;
    }

    /** Which of the three a stack is: by its TemplateID, or for Aurora by the parameter that it alone has. */
    static Optional<OldStack> of(DescribedStack stack) {
        var templateId = stack.outputs().get("TemplateID");
        return Stream.of(values())
                .filter(kind -> kind == AURORA
                        ? stack.parameters().containsKey(BASTION.namedBy)
                        : ALL.get(kind).templateId.equals(templateId))
                .findFirst();
    }

    List<OldParameter> parameters() {
        return ALL.get(this).parameters;
    }

    List<OldOutput> outputs() {
        return ALL.get(this).outputs;
    }

    private static Map<OldStack, Description> load() {
        try (var in = new InputStreamReader(
                OldStack.class.getResourceAsStream("stacks.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, new TypeToken<Map<OldStack, Description>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
