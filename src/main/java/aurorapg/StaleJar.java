package aurorapg;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** A program that runs from a jar refuses to when its sources are newer: it would deploy what nobody wrote. */
final class StaleJar {

    /** What a jar is built from, seen from the project's folder. */
    private static final List<String> SOURCES =
            List.of("pom.xml", "src/main", "bootstrap-lambda/pom.xml", "bootstrap-lambda/src/main");

    private StaleJar() {}

    /** The file that is newer than the jar that a class comes from; empty when none is, or when it comes from no jar. */
    static Optional<Path> newer(Class<?> program, Path project) {
        try {
            var jar = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(jar) ? newer(jar, project) : Optional.empty();
        } catch (URISyntaxException | IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Path> newer(Path jar, Path project) throws IOException {
        FileTime built = Files.getLastModifiedTime(jar);
        for (var source : SOURCES.stream().map(project::resolve).filter(Files::exists).toList()) {
            try (var files = Files.walk(source)) {
                var newer = files.filter(file -> {
                    try {
                        return Files.getLastModifiedTime(file).compareTo(built) > 0;
                    } catch (IOException e) {
                        return false;
                    }
                }).findFirst();
                if (newer.isPresent()) {
                    return newer;
                }
            }
        }
        return Optional.empty();
    }
}
