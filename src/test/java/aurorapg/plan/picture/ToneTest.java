package aurorapg.plan.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ToneTest {

    /** Success criteria 1.4.3 (text) and 1.4.11 (graphics) of WCAG 2.2, level AA. */
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    @Test
    void text_glyphs_and_arrows_stand_out_in_light_and_dark() {
        for (var mode : List.<Function<Tone, String>>of(tone -> tone.light, tone -> tone.dark)) {
            for (var ground : Tone.GROUNDS) {
                Tone.TEXTS.forEach(text -> expect(text, ground, mode, TEXT));
                expect(Tone.LINE, ground, mode, GRAPHICS);
            }
            Arrays.stream(Kind.values()).forEach(kind -> expect(kind.tone, Tone.BOX, mode, GRAPHICS));
        }
    }

    private static void expect(Tone one, Tone ground, Function<Tone, String> mode, double least) {
        double light = luminance(mode.apply(one)) + 0.05;
        double dark = luminance(mode.apply(ground)) + 0.05;
        double contrast = Math.max(light, dark) / Math.min(light, dark);
        assertTrue(contrast >= least, "%s on %s: %.2f".formatted(one, ground, contrast));
    }

    private static double luminance(String colour) {
        var parts = Color.decode(colour).getRGBColorComponents(null);
        var linear = DoubleStream.of(parts[0], parts[1], parts[2])
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)).toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
