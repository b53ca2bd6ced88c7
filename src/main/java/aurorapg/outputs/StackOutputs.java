package aurorapg.outputs;

import aurorapg.bastion.Bastion;
import aurorapg.bastion.BastionCommands;
import aurorapg.bastion.UsedBastion;
import aurorapg.bootstrap.Bootstrap;
import aurorapg.database.Database;
import aurorapg.location.Location;
import aurorapg.network.Network;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stack's outputs, by the names that people and other stacks depend on. */
public final class StackOutputs {

    /** Stands in a port-forward command of a stack without a bastion: any instance in the VPC that Session Manager knows. */
    private static final String UNKNOWN_GROUP = "YOUR_AUTO_SCALING_GROUP";

    private final Location location;
    private final Map<String, Output<?>> outputs = new LinkedHashMap<>();

    public StackOutputs(Location location) {
        this.location = location;
    }

    /** Adds what a network gives. */
    public void of(Network network) {
        outputs.put("vpcId", network.vpcId());
        outputs.put("vpcCidr", network.vpcCidr());
        outputs.put("publicSubnetIds", network.publicSubnetIds());
        outputs.put("privateSubnetIds", network.privateSubnetIds());
        outputs.put("privateRouteTableIds", network.privateRouteTableIds());
        outputs.put("publicNetworkAclId", network.publicNetworkAclId());
        outputs.put("natGatewayIps", network.natGatewayIps());
    }

    /** Adds what a bastion gives. */
    public void of(Bastion bastion) {
        outputs.put("bastionEip", bastion.eip());
        bastion.sshCommand().ifPresent(command -> outputs.put("sshCommand", command));
        outputs.put("sessionCommand", bastion.sessionCommand());
        outputs.put("bastionSecurityGroupId", bastion.securityGroupId());
        outputs.put("bastionLogGroup", bastion.logGroupName());
        outputs.put("bastionAutoScalingGroup", bastion.autoScalingGroupName());
    }

    /** Adds what a database gives, with the topic and key beside it. */
    public void of(Database database, Optional<UsedBastion> bastion, Output<String> topicArn, Output<String> keyArn) {
        outputs.put("clusterIdentifier", database.clusterIdentifier());
        outputs.put("clusterArn", database.clusterArn());
        outputs.put("clusterEndpoint", database.endpoint());
        outputs.put("readerEndpoint", database.readerEndpoint());
        outputs.put("port", database.port());
        outputs.put("dbName", database.databaseName());
        outputs.put("dbUsername", database.masterUsername());
        outputs.put("psqlCommandLine", database.psqlCommandLine());
        var group = bastion.map(UsedBastion::autoScalingGroupName).orElse(Output.of(UNKNOWN_GROUP));
        outputs.put(
                "portForwardCommand",
                Output.tuple(group, database.endpoint(), database.port())
                        .applyValue(t -> BastionCommands.portForward(location.region(), t.t1, t.t2, t.t3)));
        outputs.put("masterSecretArn", database.masterSecretArn());
        outputs.put("clusterSecurityGroupId", database.securityGroupId());
        outputs.put("notificationTopicArn", topicArn);
        outputs.put("kmsKeyArn", keyArn);
        database.proxyEndpoint().ifPresent(endpoint -> outputs.put("proxyEndpoint", endpoint));
    }

    /** Adds what the bootstrap gives. */
    public void of(Bootstrap bootstrap) {
        outputs.put("appSchema", bootstrap.schema());
        outputs.put("appRoles", bootstrap.roles());
        outputs.put("bootstrapResult", bootstrap.result());
    }

    /** Everything added, in order. */
    public Map<String, Output<?>> all() {
        return outputs;
    }
}
