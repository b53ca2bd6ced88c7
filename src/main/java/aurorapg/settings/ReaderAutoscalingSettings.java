package aurorapg.settings;

import java.util.Optional;

/**
 * Readers that AWS adds and removes by load.
 *
 * @param minReaders fewest readers, those of the stack included
 * @param maxReaders most readers, those of the stack included
 * @param targetCpuPercent average CPU of the readers that is aimed at; empty when connections are
 * @param targetConnections average connections of a reader that are aimed at; empty when CPU is
 */
public record ReaderAutoscalingSettings(
        int minReaders, int maxReaders, Optional<Double> targetCpuPercent, Optional<Integer> targetConnections) {}
