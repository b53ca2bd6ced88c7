package aurorapg.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The subnets of a VPC: sixteenths of its block, public and private in turn.
 *
 * @param publicCidrs blocks 0, 2 and 4, one for each zone
 * @param privateCidrs blocks 1, 3 and 5, one for each zone
 */
record SubnetPlan(List<String> publicCidrs, List<String> privateCidrs) {

    private static final int SIXTEENTH_BITS = 4;

    /** The plan of an IPv4 block such as 10.33.0.0/16. */
    static SubnetPlan of(String cidr) {
        return new SubnetPlan(blocks(cidr, 0, 2, 4), blocks(cidr, 1, 3, 5));
    }

    private static List<String> blocks(String cidr, int... numbers) {
        var slash = cidr.indexOf('/');
        var length = Integer.parseInt(cidr.substring(slash + 1)) + SIXTEENTH_BITS;
        long base = 0;
        for (var octet : cidr.substring(0, slash).split("\\.")) {
            base = base << 8 | Integer.parseInt(octet);
        }
        long first = base;
        return IntStream.of(numbers)
                .mapToObj(number -> dotted(first + ((long) number << 32 - length)) + "/" + length)
                .toList();
    }

    private static String dotted(long address) {
        return "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
    }
}
