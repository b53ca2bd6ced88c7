package aurorapg.settings;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of instance classes; the data, with its sources, is {@code instance-classes.json}. Classes that are not
 * listed pass with a warning: AWS adds new ones, and refusing a class that works is worse than letting AWS refuse one
 * that does not.
 */
public final class InstanceClasses {

    /** The class of an instance that scales by itself. */
    public static final String SERVERLESS = "db.serverless";

    /**
     * What a class has.
     *
     * @param vcpus virtual processors
     * @param memoryGib memory in GiB
     * @param localStorageGib storage for sorts, temporary tables and logs in GiB; null where it is not known
     */
    public record Size(int vcpus, int memoryGib, Integer localStorageGib) {}

    /**
     * A family.
     *
     * @param graviton whether its processors are AWS' own (arm64)
     * @param lowestMinor the first minor version by major version; empty: not known. A major version that is missing
     *     before the first one listed cannot run the family; one after the last can
     * @param sizes the sizes by name
     * @param source where the figures are from
     * @param date of when they are
     */
    public record Family(
            boolean graviton, Map<Integer, Integer> lowestMinor, Map<String, Size> sizes, String source, String date) {}

    /** AWS sells these for other engines; Aurora PostgreSQL never ran them or has dropped them. */
    private static final List<String> NEVER =
            List.of("m1", "m3", "m4", "m5", "m5d", "m6g", "m6gd", "m6i", "m7g", "m7i", "m8g", "r3", "r4", "t1", "t2");

    private static final Map<String, Family> FAMILIES = load();

    private InstanceClasses() {}

    /** Every family that is described, by name. */
    public static Map<String, Family> families() {
        return FAMILIES;
    }

    /** What a class has; empty for one that is not listed and for {@value #SERVERLESS}. */
    public static Optional<Size> size(String instanceClass) {
        return family(instanceClass).map(family -> family.sizes().get(instanceClass.split("\\.")[2]));
    }

    /** What keeps Aurora PostgreSQL from running the class in any version, if anything is known to. */
    static Optional<String> neverRuns(String instanceClass) {
        if (instanceClass.equals(SERVERLESS)) {
            return Optional.empty();
        }
        var parts = instanceClass.split("\\.");
        if (NEVER.contains(parts[1])) {
            return Optional.of("a family that Aurora PostgreSQL does not run");
        }
        // Of the burstable families AWS offers other engines more sizes.
        return family(instanceClass).map(Family::sizes)
                .filter(sizes -> parts[1].startsWith("t") && !sizes.containsKey(parts[2]))
                .map(sizes -> "which Aurora PostgreSQL has only as "
                        + String.join(" and ", sizes.keySet()));
    }

    /** Whether the engine version ({@code major.minor}) is older than the family's first one. */
    static boolean tooOld(String instanceClass, String engineVersion) {
        var lowest = family(instanceClass).map(Family::lowestMinor).orElse(Map.of());
        return !lowest.isEmpty() && older(engineVersion, lowest);
    }

    /** Whether a version is before the first one of a feature, which came to each major version with a minor one. */
    static boolean older(String engineVersion, Map<Integer, Integer> lowestMinor) {
        var version = engineVersion.split("\\.");
        int major = Integer.parseInt(version[0]);
        var lowest = lowestMinor.get(major);
        return lowest == null
                ? major < lowestMinor.keySet().stream().min(Integer::compare).orElseThrow()
                : Integer.parseInt(version[1]) < lowest;
    }

    private static Optional<Family> family(String instanceClass) {
        return Optional.ofNullable(FAMILIES.get(instanceClass.split("\\.")[1]));
    }

    private static Map<String, Family> load() {
        try (var in = new InputStreamReader(
                InstanceClasses.class.getResourceAsStream("instance-classes.json"), StandardCharsets.UTF_8)) {
            return Map.copyOf(new Gson().fromJson(in, new TypeToken<Map<String, Family>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
