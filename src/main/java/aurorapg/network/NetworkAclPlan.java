package aurorapg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the public and private subnets' network ACLs let through. ACLs keep no connections: each way of a connection
 * needs an entry. They do not filter the VPC's DNS resolver, time service or instance metadata.
 */
public final class NetworkAclPlan {

    private static final String ANYWHERE = "0.0.0.0/0";

    /** The first entry of the bastion that is created with its network. */
    public static final int BASTION_ENTRIES_FROM = 200;

    /** Shares of a network's ACL for bastions of other stacks, above everything of its own; numbers end at 32766. */
    private static final int SHARED_FROM = 1000;
    private static final int SHARE = 100;
    private static final int SHARES = 317;

    private NetworkAclPlan() {}

    /** Entries of the public subnets, for a VPC with this block. */
    static List<AclEntry> ofPublic(String vpcCidr) {
        return Stream.concat(inside(vpcCidr), outward()).toList();
    }

    /** Entries of the private subnets, for a VPC with this block. */
    static List<AclEntry> ofPrivate(String vpcCidr) {
        var entries = new ArrayList<>(Stream.concat(inside(vpcCidr), outward()).toList());
        var number = 140;
        for (var block : List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")) {
            entries.add(new AclEntry(number, true, "tcp", 1024, 65535, block, "Answers to clients in peered private networks"));
            number += 10;
        }
        return List.copyOf(entries);
    }

    /** The first entry of a stack's bastion in another stack's network: numbers of two such stacks rarely meet. */
    public static int sharedBastionEntriesFrom(String stack) {
        return SHARED_FROM + Math.floorMod(stack.hashCode(), SHARES) * SHARE;
    }

    /** Entries of the public subnets by which these blocks reach the bastion's port 22, numbered from {@code first}. */
    public static List<AclEntry> sshEntries(List<String> accessCidrs, int first) {
        var entries = new ArrayList<AclEntry>();
        for (int i = 0; i < accessCidrs.size(); i++) {
            var number = first + i;
            entries.add(new AclEntry(number, false, "tcp", 22, 22, accessCidrs.get(i), "SSH to the bastion"));
            entries.add(new AclEntry(number, true, "tcp", 1024, 65535, accessCidrs.get(i), "Answers to SSH clients"));
        }
        return List.copyOf(entries);
    }

    /** Inside the VPC the security groups decide: every subnet talks to every other. */
    private static Stream<AclEntry> inside(String vpcCidr) {
        return Stream.of(
                new AclEntry(100, false, "-1", 0, 0, vpcCidr, "From inside the VPC"),
                new AclEntry(100, true, "-1", 0, 0, vpcCidr, "To inside the VPC"));
    }

    private static Stream<AclEntry> outward() {
        return Stream.of(
                // Correct rather than strict: NAT gateways and Lambda use all of 1024-65535 as source ports (VPC user guide,
                // ephemeral ports), so the range takes in 3389 and the database's port. Cutting one port out would drop one
                // connection in 64,512. No security group opens either to the world.
                new AclEntry(110, false, "tcp", 1024, 65535, ANYWHERE, "Answers from outside, by NAT too, and peers to the database"),
                new AclEntry(120, false, "icmp", 0, 0, ANYWHERE, "Path MTU discovery"),
                // S3 by the gateway endpoint leaves through here as well: its addresses are public.
                new AclEntry(110, true, "tcp", 443, 443, ANYWHERE, "AWS services, S3 by its gateway, package repositories"),
                new AclEntry(120, true, "tcp", 80, 80, ANYWHERE, "Package repositories"),
                new AclEntry(130, true, "icmp", 0, 0, ANYWHERE, "Path MTU discovery"));
    }
}
