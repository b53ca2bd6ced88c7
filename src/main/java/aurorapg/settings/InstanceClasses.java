package aurorapg.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which instance classes Aurora PostgreSQL can run. Families that are not listed pass: AWS adds new ones, and refusing a
 * class that works is worse than letting AWS refuse one that does not.
 */
final class InstanceClasses {

    /**
     * What a family runs.
     *
     * @param lowestMinor the first minor version by major version
     * @param sizes the sizes offered; empty: not checked
     */
    private record Family(Map<Integer, Integer> lowestMinor, List<String> sizes) {}

    /** AWS sells these for other engines; Aurora PostgreSQL never ran them or has dropped them. */
    private static final List<String> NEVER =
            List.of("m1", "m3", "m4", "m5", "m5d", "m6g", "m6gd", "m6i", "m7g", "m7i", "m8g", "r3", "r4", "t1", "t2");

    private static final List<String> BURSTABLE_SIZES = List.of("medium", "large");

    /**
     * Aurora User Guide, "Supported DB engines for DB instance classes": x2g, r6g, r6i, t4g and t3 from AWS' own public
     * repository awsdocs/amazon-aurora-user-guide (2023) and, for x2g, docs.amazonaws.cn (read 2026-11-23). r7g from
     * AWS' announcement (2023-05), r6gd and r6id from that of Optimized Reads (2023-11), both from memory. A major
     * version that is missing before the first one listed cannot run the family; one after the last can.
     */
    private static final Map<String, Family> FAMILIES = Map.of(
            "t3", new Family(Map.of(13, 3, 14, 3, 15, 2, 16, 1), BURSTABLE_SIZES),
            "t4g", new Family(Map.of(13, 3, 14, 3, 15, 2, 16, 1), BURSTABLE_SIZES),
            "r6g", new Family(Map.of(13, 3, 14, 3, 15, 2, 16, 1), List.of()),
            "x2g", new Family(Map.of(13, 3, 14, 3, 15, 2, 16, 1), List.of()),
            "r6i", new Family(Map.of(13, 5, 14, 3, 15, 2, 16, 1), List.of()),
            "r7g", new Family(Map.of(13, 10, 14, 7, 15, 2, 16, 1), List.of()),
            "r6gd", new Family(Map.of(14, 9, 15, 4, 16, 1), List.of()),
            "r6id", new Family(Map.of(14, 9, 15, 4, 16, 1), List.of()));

    private InstanceClasses() {}

    /** What keeps Aurora PostgreSQL from running the class in any version, if anything is known to. */
    static Optional<String> neverRuns(String instanceClass) {
        var parts = instanceClass.split("\\.");
        if (NEVER.contains(parts[1])) {
            return Optional.of("a family that Aurora PostgreSQL does not run");
        }
        var sizes = Optional.ofNullable(FAMILIES.get(parts[1])).map(Family::sizes).orElse(List.of());
        return sizes.isEmpty() || sizes.contains(parts[2])
                ? Optional.empty()
                : Optional.of("which Aurora PostgreSQL has only as " + String.join(" and ", sizes));
    }

    /** Whether the engine version ({@code major.minor}) is older than the family's first one. */
    static boolean tooOld(String instanceClass, String engineVersion) {
        var family = FAMILIES.get(instanceClass.split("\\.")[1]);
        if (family == null) {
            return false;
        }
        var version = engineVersion.split("\\.");
        int major = Integer.parseInt(version[0]);
        var lowest = family.lowestMinor().get(major);
        return lowest == null
                ? major < family.lowestMinor().keySet().stream().min(Integer::compare).orElseThrow()
                : Integer.parseInt(version[1]) < lowest;
    }
}
