package aurorapg.plan.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypefaceTest {

    /** Advances of the characters from the space to the tilde in hundredths, DejaVu Sans 2.37 (measured 2026-11-25). */
    private static final int[] REGULAR = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
        64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79,
        67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64,
        64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};
    private static final int[] BOLD = {
        35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
        70, 70, 40, 40, 84, 84, 84, 62, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100, 84, 86,
        74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72,
        72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84};

    @Test
    void no_text_of_a_picture_is_wider_than_estimated() throws Exception {
        for (var plan : Variants.all().values()) {
            for (var label : Layout.of(Architecture.of(plan)).canvas().labels) {
                double measured = label.text().chars().map(one -> one == '…' ? 100 : one == '·' ? 38
                        : (label.bold() ? BOLD : REGULAR)[one - ' ']).sum() * label.size() / 100.0;
                // Rounding in the measured figures is up to a hundredth a character.
                double least = measured - label.text().length() * label.size() / 100.0;
                assertTrue(label.area().width() >= least, label + " takes " + measured);
            }
        }
    }

    @Test
    void text_is_cut_to_what_fits_and_never_within_a_character() {
        assertEquals("short", Typeface.fit("short", 12, false, 100));
        var cut = Typeface.fit("0123456789", 12, false, 60);
        assertTrue(cut.matches("0123[0-9]*…") && Typeface.width(cut, 12, false) <= 60, cut);
        var clef = Character.toString(0x1D11E);
        assertEquals(clef + "…", Typeface.fit(clef.repeat(9), 12, false, 30));
    }
}
