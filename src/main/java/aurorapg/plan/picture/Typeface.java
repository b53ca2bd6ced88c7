package aurorapg.plan.picture;

import java.util.Arrays;
import java.util.Map;

/** How wide text gets in whichever sans-serif font its reader has. */
final class Typeface {

    /** The fonts asked for. */
    static final String STACK = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    /** Advances in hundredths of the size, not below DejaVu Sans 2.37's: the widest font that systems fall back to. */
    private static final int[] ADVANCES = new int[127];
    private static final int USUAL = 65;
    private static final int FOREIGN = 102;
    /** DejaVu Sans Bold over DejaVu Sans, letter by letter within the advances above. */
    private static final int BOLD_PERCENT = 112;

    static {
        Arrays.fill(ADVANCES, USUAL);
        Map.of("'IJijl", 31, " .,:;/\\|-", 38, "!()[]frt", 45, "\"*?_`cksvxyzF", 60,
                        "#&+<=>^~wABCDGHKNOQRUVXZ", 86, "MW%@m", 102)
                .forEach((characters, advance) -> characters.chars().forEach(one -> ADVANCES[one] = advance));
    }

    private Typeface() {}

    /** The most that a text can take, in pixels. */
    static int width(String text, int size, boolean bold) {
        int hundredths = text.codePoints().map(Typeface::advance).sum();
        return (hundredths * size * (bold ? BOLD_PERCENT : 100) + 9999) / 10000;
    }

    /** The text, shortened with an ellipsis where it could take more than {@code room} pixels. */
    static String fit(String text, int size, boolean bold, int room) {
        if (width(text, size, bold) <= room) {
            return text;
        }
        int end = 0;
        while (end < text.length() && width(text.substring(0, end + 1) + "…", size, bold) <= room) {
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end) + "…";
    }

    private static int advance(int character) {
        return character == '·' ? ADVANCES['.'] : character < ADVANCES.length ? ADVANCES[character] : FOREIGN;
    }
}
