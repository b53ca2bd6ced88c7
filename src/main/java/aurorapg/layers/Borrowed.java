package aurorapg.layers;

import aurorapg.bastion.UsedBastion;
import aurorapg.location.Location;
import aurorapg.network.ExistingVpc;
import aurorapg.network.UsedNetwork;
import aurorapg.network.UsedNetwork.SecretsManagerWay;
import aurorapg.settings.DatabaseSettings;
import aurorapg.settings.NetworkSettings;
import aurorapg.settings.Settings;
import java.util.Optional;

/** What a stack uses without owning it; it is neither changed nor exported. */
public final class Borrowed {

    private Borrowed() {}

    /** Another stack's network or one that is there already; empty when the stack creates its own. */
    public static Optional<UsedNetwork> network(Settings settings, Location location, OtherStacks others) {
        if (settings.network() instanceof NetworkSettings.OfStack other) {
            return Optional.of(network(other.stack(), others));
        }
        if (settings.network() instanceof NetworkSettings.Existing existing) {
            var bootstrap = settings.database().flatMap(DatabaseSettings::bootstrap).isPresent();
            return Optional.of(ExistingVpc.of(existing, location, settings.database().isPresent(), bootstrap));
        }
        return Optional.empty();
    }

    /** Another stack's bastion. */
    public static UsedBastion bastion(String stack, OtherStacks others) {
        var key = "bastion.stack";
        return new UsedBastion(
                others.read(key, stack, StackOutput.BASTION_GROUP),
                others.read(key, stack, StackOutput.BASTION_AUTO_SCALING_GROUP));
    }

    private static UsedNetwork network(String stack, OtherStacks others) {
        var key = "network.stack";
        return new UsedNetwork(
                others.read(key, stack, StackOutput.VPC_ID),
                others.read(key, stack, StackOutput.PUBLIC_SUBNETS),
                others.read(key, stack, StackOutput.PRIVATE_SUBNETS),
                Optional.of(others.read(key, stack, StackOutput.PUBLIC_ACL)),
                // The endpoint of a network of this program lets its whole VPC in.
                new SecretsManagerWay.Addresses(others.read(key, stack, StackOutput.VPC_CIDR)));
    }
}
