package aurorapg.settings;

import java.util.List;
import java.util.Optional;

/**
 * An IPv4 block.
 *
 * @param address the first address as a number
 * @param prefix number of leading bits that all its addresses share
 */
record Cidr(long address, int prefix) {

    /** A block as people write it, without leading zeros. */
    static final String PATTERN = String.format("%1$s\\.%1$s\\.%1$s\\.%1$s/(?:[12]?[0-9]|3[0-2])",
            "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");

    /** Private address space (RFC 1918, section 3). */
    private static final List<Cidr> PRIVATE =
            List.of(parse("10.0.0.0/8"), parse("172.16.0.0/12"), parse("192.168.0.0/16"));

    static Cidr parse(String text) {
        var parts = text.split("[./]");
        long address = 0;
        for (int i = 0; i < 4; i++) {
            address = address * 256 + Long.parseLong(parts[i]);
        }
        return new Cidr(address, Integer.parseInt(parts[4]));
    }

    /** The block with its host bits cleared. */
    Cidr canonical() {
        return new Cidr(address & ~((1L << 32 - prefix) - 1), prefix);
    }

    boolean isPrivate() {
        return PRIVATE.stream().anyMatch(space -> space.prefix <= prefix && space.overlaps(this));
    }

    boolean overlaps(Cidr other) {
        int shared = 32 - Math.min(prefix, other.prefix);
        return address >> shared == other.address >> shared;
    }

    /** What is wrong with the written form, if anything: bits set after the prefix. */
    static Optional<String> notCanonical(String text) {
        var block = parse(text);
        return block.equals(block.canonical())
                ? Optional.empty()
                : Optional.of("which has bits after its prefix: the block is " + block.canonical());
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d".formatted(
                address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255, prefix);
    }
}
