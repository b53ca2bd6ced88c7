package aurorapg.plan.analysis;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An IPv4 or IPv6 block.
 *
 * @param bits of an address of the family
 * @param shared the leading bits that all its addresses share, as a number
 * @param prefix number of those bits
 */
record Block(int bits, BigInteger shared, int prefix) {

    /** Whether both texts are blocks and the second lies within the first. */
    static boolean contains(String wide, String narrow) {
        return parse(wide).flatMap(outer -> parse(narrow).map(outer::contains)).orElse(false);
    }

    private boolean contains(Block inner) {
        return bits == inner.bits && prefix <= inner.prefix
                && inner.shared.shiftRight(inner.prefix - prefix).equals(shared);
    }

    private static Optional<Block> parse(String text) {
        var parts = text.split("/");
        // A placeholder of what AWS decides is no address, nobody knows what it lies in.
        if (parts.length != 2 || !InetAddresses.isInetAddress(parts[0]) || !parts[1].matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        var address = InetAddresses.forString(parts[0]).getAddress();
        int bits = address.length * 8;
        int prefix = Math.min(bits, Integer.parseInt(parts[1]));
        return Optional.of(new Block(bits, new BigInteger(1, address).shiftRight(bits - prefix), prefix));
    }
}
