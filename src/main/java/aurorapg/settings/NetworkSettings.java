package aurorapg.settings;

import java.util.List;

/** The VPC that a stack lives in: its own, another stack's, or one that is there already. */
public sealed interface NetworkSettings {

    /**
     * A VPC to create.
     *
     * @param cidr private IPv4 block of the VPC, /16 to /21
     * @param availabilityZones exactly three zone names, or empty to let the program choose
     * @param natGateways how private subnets reach the internet
     * @param flowLogRetentionDays days that CloudWatch keeps the VPC's flow logs
     */
    record Created(String cidr, List<String> availabilityZones, NatGateways natGateways, int flowLogRetentionDays)
            implements NetworkSettings {}

    /**
     * The VPC of another stack of this program.
     *
     * @param stack its fully qualified name, such as {@code organization/aurora-postgres/net}
     */
    record OfStack(String stack) implements NetworkSettings {}

    /**
     * A VPC that is there already; nothing of it is changed or tagged.
     *
     * @param vpcId its id
     * @param publicSubnetIds subnets for a bastion; may be empty without one
     * @param privateSubnetIds subnets for a database; may be empty without one
     */
    record Existing(String vpcId, List<String> publicSubnetIds, List<String> privateSubnetIds)
            implements NetworkSettings {}

    /** How many NAT gateways a VPC has. */
    enum NatGateways {
        /** One in each zone: a zone's outage takes away no other zone's way out. */
        PER_AZ("per-az"),
        /** One for all zones. */
        SINGLE("single"),
        /** None: private subnets have no default route. */
        NONE("none");

        private final String label;

        NatGateways(String label) {
            this.label = label;
        }

        /** The value as configuration writes it. */
        public String label() {
            return label;
        }
    }
}
