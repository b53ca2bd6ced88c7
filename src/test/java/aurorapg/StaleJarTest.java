package aurorapg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaleJarTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path project;

    private Path jar;

    @BeforeEach
    void builtAfterEverything() throws Exception {
        for (var file : new String[] {"pom.xml", "src/main/java/A.java", "src/main/resources/a.json", "src/test/java/T.java",
            "bootstrap-lambda/pom.xml", "bootstrap-lambda/src/main/java/B.java", "target/p.jar"}) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.writeString(project.resolve(file), "");
        }
        jar = project.resolve("target/p.jar");
        try (var files = Files.walk(project)) {
            for (var file : files.toList()) {
                touch(file, BUILT.minusSeconds(60));
            }
        }
        touch(jar, BUILT);
    }

    @Test
    void fresh_jar_passes_whatever_the_tests_are() throws Exception {
        touch(project.resolve("src/test/java/T.java"), BUILT.plusSeconds(5));
        assertEquals(Optional.empty(), StaleJar.newer(jar, project));
    }

    /** A folder is newer when a file has left it. */
    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "src/main/resources/a.json", "src/main/java",
        "bootstrap-lambda/pom.xml", "bootstrap-lambda/src/main/java/B.java"})
    void older_jar_is_named_with_what_is_newer(String file) throws Exception {
        touch(project.resolve(file), BUILT.plusSeconds(5));
        assertEquals(Optional.of(project.resolve(file)), StaleJar.newer(jar, project));
    }

    @Test
    void classes_that_come_from_no_jar_are_never_stale() {
        assertEquals(Optional.empty(), StaleJar.newer(App.class, Path.of("")));
    }

    private static void touch(Path file, Instant time) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
