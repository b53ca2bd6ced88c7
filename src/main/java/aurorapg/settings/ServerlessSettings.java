package aurorapg.settings;

import java.util.Map;
import java.util.Optional;

/**
 * How far the cluster's {@code db.serverless} instances scale.
 *
 * @param minCapacity in Aurora capacity units of about 2 GiB, steps of 0.5; 0: the cluster may pause
 * @param maxCapacity likewise
 * @param secondsUntilAutoPause idle seconds before a pause; empty: AWS' default, 300
 */
public record ServerlessSettings(double minCapacity, double maxCapacity, Optional<Integer> secondsUntilAutoPause) {

    /** First versions that can pause and that scale beyond 128 units (Aurora user guide, Serverless v2, 2026-11). */
    static final Map<Integer, Integer> PAUSING_VERSIONS = Map.of(13, 15, 14, 12, 15, 7, 16, 3);

    /** First versions that run {@code db.serverless} (the same). */
    static final Map<Integer, Integer> VERSIONS = Map.of(13, 6, 14, 3, 15, 2, 16, 1);

    /** The most capacity of versions that cannot pause. */
    static final double OLDER_MAXIMUM = 128;
}
