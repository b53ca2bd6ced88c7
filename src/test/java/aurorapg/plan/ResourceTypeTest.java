package aurorapg.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan knows of a type must be what the provider's own classes know. */
class ResourceTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "pre-prod", "prod"})
    void every_registered_type_is_described_and_its_inputs_are_the_providers(String stack) throws Exception {
        var plan = PlanCommand.plan(
                Path.of(""), stack, StackFile.read(Path.of(""), stack, Map.of()), new com.google.gson.JsonObject());
        var custom = plan.resources().stream().filter(one -> one.custom()).toList();
        assertTrue(custom.size() > 80, "only " + custom.size());
        for (var one : custom) {
            assertTrue(ResourceType.of(one.type()).isPresent(), "no entry for " + one.type());
            var known = inputs(one.type());
            one.inputs().keySet().stream().filter(name -> !name.startsWith("__"))
                    .forEach(name -> assertTrue(known.contains(name), one.type() + " takes no " + name));
        }
    }

    @Test
    void answers_shown_and_replacing_properties_are_the_providers() {
        assertAll(ResourceType.all().entrySet().stream().map(entry -> () -> {
            var token = entry.getKey();
            var outputs = names(of(token), Export.class, Export::name);
            entry.getValue().answers().keySet().stream().filter(name -> !name.equals("id")).forEach(name ->
                    assertTrue(outputs.contains(name), token + " has no output " + name));
            var inputs = inputs(token);
            Stream.concat(entry.getValue().replaces().stream(), entry.getValue().shows().stream())
                    .map(path -> path.split("\\.")[0])
                    .forEach(name -> assertTrue(inputs.contains(name), token + " takes no " + name));
        }));
    }

    @Test
    void every_duration_says_where_it_is_from() {
        assertAll(ResourceType.all().entrySet().stream().map(entry -> () -> {
            var create = entry.getValue().create();
            assertTrue(create.seconds() >= 0 && !create.source().isBlank(), entry.getKey());
            assertEquals(10, create.date().length(), entry.getKey());
        }));
    }

    private static Set<String> inputs(String token) throws ClassNotFoundException {
        var type = of(token);
        return names(Class.forName(type.getName() + "Args"), Import.class, Import::name);
    }

    private static Class<?> of(String token) {
        var parts = token.split("[:/]");
        var inModule = parts[0].equals("random") ? "" : parts[1] + ".";
        try {
            return Class.forName("com.pulumi." + parts[0] + "." + inModule + parts[3]);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the provider has no " + token, e);
        }
    }

    private static <A extends java.lang.annotation.Annotation> Set<String> names(
            Class<?> type, Class<A> annotation, Function<A, String> name) {
        return Arrays.stream(type.getDeclaredFields())
                .filter((Field field) -> field.isAnnotationPresent(annotation))
                .map(field -> {
                    var given = name.apply(field.getAnnotation(annotation));
                    return given.isEmpty() ? field.getName() : given;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
