package aurorapg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class GeneratedFilesTest {

    private static final Path SCHEMA = Path.of("schema/Pulumi.stack.schema.json");
    private static final String BEGIN = "<!-- configuration:begin -->\n";
    private static final String END = "<!-- configuration:end -->";

    @Test
    void schema_file_is_in_step_with_the_description() throws IOException {
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, JsonSchema.of("aurora-postgres"));
        }
        assertEquals(JsonSchema.of("aurora-postgres"), Files.readString(SCHEMA));
    }

    @Test
    void table_in_the_readme_is_in_step_with_the_description() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        if (Boolean.getBoolean("accept")) {
            Files.writeString(Path.of("README.md"), readme.substring(0, from) + ConfigurationTable.markdown() + readme.substring(to));
            return;
        }
        assertEquals(ConfigurationTable.markdown(), readme.substring(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "pre-prod", "prod"})
    void stack_files_fit_the_schema(String stack) throws IOException {
        var file = new Yaml().load(Files.readString(Path.of("Pulumi." + stack + ".yaml")));
        assertTrue(fits(file), stack);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "config: {'aurora-postgres:stge': dev}",
        "config: {'aurora-postgres:stage': qa}",
        "config: {'aurora-postgres:database': {port: '5432'}}",
        "config: {'aurora-postgres:bastion': {banner: 'yes'}}",
        "config: {'aurora-postgres:network': {cidr: 10.0.0.0/16, natGateways: two}}"
    })
    void editors_see_what_the_program_would_refuse(String wrong) throws IOException {
        assertFalse(fits(new Yaml().load(wrong)), wrong);
    }

    private static boolean fits(Object file) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(JsonSchema.of("aurora-postgres"));
        return schema.validate(new ObjectMapper().valueToTree(file)).isEmpty();
    }
}
