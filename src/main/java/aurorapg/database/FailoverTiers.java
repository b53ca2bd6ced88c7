package aurorapg.database;

import aurorapg.settings.DatabaseSettings;
import aurorapg.settings.InstanceClasses;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who takes over: the largest reader first, of equals the one with the lower number. */
final class FailoverTiers {

    /** Memory of one Aurora capacity unit (Aurora user guide, Serverless v2). */
    private static final double GIB_PER_UNIT = 2;

    private FailoverTiers() {}

    /** The promotion tier of each instance, 0 for the first to take over. */
    static List<Integer> of(DatabaseSettings settings) {
        var classes = settings.instanceClasses();
        var order = IntStream.range(0, classes.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> memory(settings, classes.get(at))).reversed())
                .toList();
        return IntStream.range(0, classes.size()).mapToObj(order::indexOf).toList();
    }

    /** Memory in GiB; a class that is not listed comes last, being unknown. */
    private static double memory(DatabaseSettings settings, String instanceClass) {
        return instanceClass.equals(InstanceClasses.SERVERLESS)
                ? settings.serverless().orElseThrow().maxCapacity() * GIB_PER_UNIT
                : InstanceClasses.size(instanceClass).map(InstanceClasses.Size::memoryGib).orElse(0);
    }
}
