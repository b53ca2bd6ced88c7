package aurorapg.plan.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.settings.Configuration;
import aurorapg.settings.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTableTest {

    private static final Path PAGE = Path.of("docs/from-cloudformation.md");
    private static final String BEGIN = "<!-- tables:begin -->\n";
    private static final String END = "<!-- tables:end -->";

    @Test
    void page_is_in_step_with_the_data() throws Exception {
        var page = Files.readString(PAGE);
        var made = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + MappingTable.markdown()
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("accept")) {
            Files.writeString(PAGE, made);
        }
        assertEquals(made, Files.readString(PAGE), "mvn -B -ntp test -Daccept=true accepts the change");
    }

    @ParameterizedTest
    @EnumSource
    void every_key_and_output_that_the_table_names_is_one_of_ours(OldStack kind) throws Exception {
        var keys = Configuration.keys().stream().filter(key -> key.notBuilt().isEmpty()).map(Key::path).toList();
        Stream.concat(kind.parameters().stream().map(OldParameter::key), kind.outputs().stream().map(OldOutput::key))
                .filter(Objects::nonNull).forEach(key -> assertTrue(keys.contains(key), key));
        var outputs = Files.readString(Path.of("src/main/java/aurorapg/outputs/StackOutputs.java"));
        kind.outputs().stream().map(OldOutput::output).filter(Objects::nonNull)
                .forEach(output -> assertTrue(outputs.contains("outputs.put(\"" + output + "\""), output));
    }

    @Test
    void every_parameter_and_output_of_real_stacks_stands_in_the_table() {
        for (var stack : DescribedStack.parse(Described.orders().json())) {
            OldStack.of(stack).ifPresent(kind -> {
                var parameters = kind.parameters().stream().map(OldParameter::name).toList();
                stack.parameters().keySet().forEach(name -> assertTrue(parameters.contains(name), name));
                var outputs = kind.outputs().stream().map(OldOutput::name).toList();
                stack.outputs().keySet().forEach(name -> assertTrue(outputs.contains(name), name));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_has_no_place_here_says_why(OldStack kind) {
        kind.parameters().stream().filter(one -> one.key() == null)
                .forEach(one -> assertTrue(one.remark() != null, one.name()));
        kind.outputs().stream().filter(one -> one.key() == null && one.output() == null)
                .forEach(one -> assertTrue(one.remark() != null, one.name()));
    }
}
