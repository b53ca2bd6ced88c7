package aurorapg.network;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.settings.NetworkSettings;
import com.pulumi.core.Output;
import java.util.List;

/**
 * What {@link Network} takes.
 *
 * @param zones the three zones of {@link ZonePlan}
 * @param kmsKeyArn key of the flow logs
 */
public record NetworkArgs(
        Naming naming, Tags tags, NetworkSettings.Created settings, Location location, List<String> zones, Output<String> kmsKeyArn) {}
