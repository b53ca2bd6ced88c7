package aurorapg.plan.migration;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** The text of a stack file. */
final class StackFileText {

    private static final Gson GSON =
            new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    /** Text that no reader of YAML, 1.1 or 1.2, takes for a number or a date. */
    private static final String PLAIN = "[A-Za-z][A-Za-z0-9 @._/:-]*";

    private StackFileText() {}

    /** The file: lines of comment, then the values of section {@code config}. */
    static String of(List<String> comments, JsonObject config) {
        var text = new StringBuilder("# yaml-language-server: $schema=schema/Pulumi.stack.schema.json\n");
        comments.forEach(line -> text.append("# ").append(oneLine(line)).append('\n'));
        return text.append(yaml().dump(Map.of("config", GSON.fromJson(config, Object.class)))).toString();
    }

    /** A line that stays one, in a comment and in a terminal, whatever names the stacks have. */
    static String oneLine(String line) {
        return line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndentWithIndicator(true);
        options.setIndicatorIndent(2);
        options.setSplitLines(false);
        return new Yaml(new Representer(options) {
            {
                representers.put(String.class, text -> representScalar(
                        Tag.STR, (String) text,
                        ((String) text).matches(PLAIN) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED));
            }
        }, options);
    }
}
