package aurorapg.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A server's programs in a copy of the tests' own, where pg_stat_statements and pgaudit are marked as trusted: on RDS
 * the master user may create them without being a superuser.
 *
 * @param bin the folder of initdb, pg_ctl and postgres
 * @param words which server it is
 */
record PostgresBinaries(Path bin, String words) {

    /** As the pom says. */
    static final String VERSION = System.getProperty("postgres.version");

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** The server from Maven Central. */
    static PostgresBinaries embedded() {
        var home = TARGET.resolve("postgresql-embedded-" + VERSION);
        prepare(home, PostgresBinaries::unpack);
        return new PostgresBinaries(home.resolve("bin"),
                "embedded PostgreSQL " + VERSION + " of Maven Central, without pgaudit");
    }

    /** The newest installed server that has pgaudit, in Debian's folders. */
    static Optional<PostgresBinaries> installedWithAuditing() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.filter(home -> Files.exists(home.resolve("lib/pgaudit.so")))
                    .max(Comparator.comparingInt(home -> Integer.parseInt(home.getFileName().toString())))
                    .map(PostgresBinaries::copy);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Runs a program; PostgreSQL's refuse to run as root, so root runs them as nobody in a user namespace. */
    static void run(Path program, List<String> arguments, Path logs) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(arguments);
        try {
            var output = Files.createTempFile(TARGET, program.getFileName().toString(), ".out");
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (process.waitFor() != 0) {
                var log = logs.resolve("log");
                throw new IllegalStateException(command + " failed: " + Files.readString(output)
                        + (Files.exists(log) ? Files.readString(log) : ""));
            }
            Files.delete(output);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The copy keeps the folders below /usr: a server finds its files by the way from its own program to them. */
    private static PostgresBinaries copy(Path installed) {
        var version = installed.getFileName().toString();
        var home = TARGET.resolve("postgresql-installed-" + version);
        prepare(home, unfinished -> {
            copy(installed.resolve("bin"), unfinished.resolve("lib/postgresql/" + version + "/bin"));
            copy(installed.resolve("lib"), unfinished.resolve("lib/postgresql/" + version + "/lib"));
            var share = unfinished.resolve("share/postgresql/" + version);
            copy(Path.of("/usr/share/postgresql", version), share);
            trust(share.resolve("extension"));
        });
        return new PostgresBinaries(home.resolve("lib/postgresql/" + version + "/bin"),
                "installed PostgreSQL " + version + " with pgaudit, from " + installed);
    }

    private interface Filling {
        void into(Path folder) throws IOException;
    }

    /** Fills the folder once; whoever comes second among several processes throws its own filling away. */
    private static void prepare(Path home, Filling filling) {
        if (Files.exists(home)) {
            return;
        }
        var unfinished = home.resolveSibling(home.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            filling.into(unfinished);
            Files.move(unfinished, home);
        } catch (IOException e) {
            if (!Files.exists(home)) {
                throw new IllegalStateException(e);
            }
            delete(unfinished);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(path -> !path.toString().contains("bitcode")).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.exists(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void unpack(Path home) throws IOException {
        try (var archive = PostgresBinaries.class.getResourceAsStream("/postgres-linux-x86_64.txz");
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(
                            (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
        trust(home.resolve("share/postgresql/extension"));
    }

    private static void trust(Path extensions) throws IOException {
        for (var name : List.of("pg_stat_statements", "pgaudit")) {
            var control = extensions.resolve(name + ".control");
            if (Files.exists(control)) {
                Files.writeString(control, Files.readString(control) + "\ntrusted = true\n");
            }
        }
    }
}
