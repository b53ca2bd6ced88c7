package aurorapg.network;

/**
 * One entry of a network ACL that lets traffic through.
 *
 * @param number its place; the first entry that fits decides
 * @param egress whether it is about what leaves
 * @param protocol {@code -1} for all, {@code tcp} or {@code icmp}
 * @param fromPort first destination port, 0 where the protocol has none
 * @param toPort last destination port
 * @param cidr the other side
 * @param why what works by it
 */
public record AclEntry(int number, boolean egress, String protocol, int fromPort, int toPort, String cidr, String why) {}
