package aurorapg.network;

import aurorapg.location.Location;
import java.util.List;

/** The zones that a VPC's subnets lie in. */
public final class ZonePlan {

    /** Aurora keeps six copies of the data in three zones. */
    static final int ZONES = 3;

    private ZonePlan() {}

    /**
     * The configured zones, or the region's first three.
     *
     * @throws IllegalArgumentException naming the key, when the region has fewer than three or not the configured ones
     */
    public static List<String> of(List<String> configured, Location location) {
        var known = location.standardZones();
        if (configured.isEmpty()) {
            if (known.size() < ZONES) {
                throw new IllegalArgumentException(message(
                        "region %s has %d available standard zones: %s".formatted(location.region(), known.size(), known),
                        "a region with at least three"));
            }
            return known.stream().sorted().limit(ZONES).toList();
        }
        var foreign = configured.stream().filter(zone -> !known.contains(zone)).toList();
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException(message(
                    "%s is no available standard zone of %s".formatted(String.join(", ", foreign), location.region()),
                    "three of " + String.join(", ", known)));
        }
        return configured;
    }

    private static String message(String wrong, String allowed) {
        return "aurora-postgres:network.availabilityZones: %s (%s)".formatted(wrong, allowed);
    }
}
