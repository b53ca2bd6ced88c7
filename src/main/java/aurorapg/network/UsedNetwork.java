package aurorapg.network;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What the rest of a stack needs of its network, wherever it comes from.
 *
 * @param privateSubnetIds subnets of cluster, function and proxy
 * @param publicSubnetIds subnets of a bastion
 * @param publicNetworkAclId the public subnets' ACL, to which a bastion adds; empty where it is not ours to change
 * @param secretsManager the way to Secrets Manager
 */
public record UsedNetwork(
        Output<String> vpcId,
        Output<List<String>> publicSubnetIds,
        Output<List<String>> privateSubnetIds,
        Optional<Output<String>> publicNetworkAclId,
        SecretsManagerWay secretsManager) {

    /** How private subnets reach Secrets Manager. */
    public sealed interface SecretsManagerWay {

        /**
         * By the stack's own endpoint.
         *
         * @param endpoint what has to be there before anything can use it
         * @param groupId its security group
         */
        record Endpoint(Resource endpoint, Output<String> groupId) implements SecretsManagerWay {}

        /**
         * By addresses: an endpoint of another stack inside the VPC, or the internet where there is none.
         *
         * @param cidr the block that they lie in
         */
        record Addresses(Output<String> cidr) implements SecretsManagerWay {}
    }
}
