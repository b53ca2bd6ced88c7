package aurorapg.settings;

import java.util.List;

/**
 * The VPC to create.
 *
 * @param cidr private IPv4 block of the VPC, /16 to /21
 * @param availabilityZones exactly three zone names, or empty to let the program choose
 * @param natGateways how private subnets reach the internet
 * @param flowLogRetentionDays days that CloudWatch keeps the VPC's flow logs
 */
public record NetworkSettings(
        String cidr, List<String> availabilityZones, NatGateways natGateways, int flowLogRetentionDays) {

    /** How many NAT gateways a VPC has. */
    public enum NatGateways {
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
