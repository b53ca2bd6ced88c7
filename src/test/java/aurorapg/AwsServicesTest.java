package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pulumi.aws.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The built jar has a part of com.pulumi:aws beside it; what it lacks would be missed in the middle of a deployment. */
class AwsServicesTest {

    private static final Pattern KEPT = Pattern.compile("\\$\\{in}/([a-z0-9]+)/\\*\\*");
    private static final Pattern NAMED = Pattern.compile("com/pulumi/aws/([a-z0-9]+)/");

    @Test
    void everyServiceThatTheProgramUsesIsBesideItsJar() throws Exception {
        var kept = kept();
        var used = new TreeSet<String>();
        try (var classes = Files.walk(Path.of("target/classes"))) {
            for (var type : classes.filter(file -> file.toString().endsWith(".class")).toList()) {
                used.addAll(named(Files.readAllBytes(type)));
            }
        }

        assertTrue(used.size() > 5, used::toString);
        used.removeAll(kept);
        assertEquals(Set.of(), used, "add the service to the execution aws-services of pom.xml");
    }

    @Test
    void everyServiceThatOneBesideTheJarUsesIsThereToo() throws Exception {
        var kept = kept();
        var missing = new TreeSet<String>();
        var source = Provider.class.getProtectionDomain().getCodeSource().getLocation();
        try (var jar = new JarFile(Path.of(source.toURI()).toFile())) {
            for (var entry : jar.stream().filter(one -> one.getName().endsWith(".class")).toList()) {
                var name = NAMED.matcher(entry.getName());
                if (!name.lookingAt() || kept.contains(name.group(1))) {
                    try (var bytes = jar.getInputStream(entry)) {
                        for (var service : named(bytes.readAllBytes())) {
                            if (!kept.contains(service)) {
                                missing.add(entry.getName() + " uses " + service);
                            }
                        }
                    }
                }
            }
        }

        assertEquals(Set.of(), missing);
    }

    private static Set<String> kept() throws IOException {
        var kept = new TreeSet<String>();
        KEPT.matcher(Files.readString(Path.of("pom.xml"))).results().forEach(found -> kept.add(found.group(1)));
        return kept;
    }

    private static Set<String> named(byte[] type) {
        var named = new TreeSet<String>();
        NAMED.matcher(new String(type, StandardCharsets.ISO_8859_1)).results().forEach(found -> named.add(found.group(1)));
        return named;
    }
}
