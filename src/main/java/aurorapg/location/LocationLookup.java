package aurorapg.location;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilter;
import com.pulumi.aws.inputs.GetAvailabilityZonesPlainArgs;
import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Asks AWS where the stack is, before anything is registered. */
public final class LocationLookup {

    private LocationLookup() {}

    /**
     * Partition, region, account and the region's available standard zones.
     *
     * @throws RunException when AWS does not answer, for want of credentials for example
     */
    public static Location ask() {
        var partition = AwsFunctions.getPartitionPlain();
        var region = AwsFunctions.getRegionPlain();
        var identity = AwsFunctions.getCallerIdentityPlain();
        var zones = AwsFunctions.getAvailabilityZonesPlain(GetAvailabilityZonesPlainArgs.builder()
                .state("available")
                .filters(
                        filter("opt-in-status", "opt-in-not-required"),
                        filter("zone-type", "availability-zone"))
                .build());
        try {
            return new Location(
                    partition.join().partition(),
                    region.join().name(),
                    identity.join().accountId(),
                    partition.join().reverseDnsPrefix(),
                    zones.join().names().stream().sorted().toList());
        } catch (CompletionException e) {
            throw new RunException("AWS did not say where the stack is: " + e.getCause().getMessage());
        }
    }

    private static GetAvailabilityZonesFilter filter(String name, String value) {
        return GetAvailabilityZonesFilter.builder().name(name).values(List.of(value)).build();
    }
}
