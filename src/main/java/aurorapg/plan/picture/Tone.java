package aurorapg.plan.picture;

import java.util.List;

/** The colours, for light and for dark surroundings. */
enum Tone {
    PAPER("#ffffff", "#0d1117"),
    INK("#1f2933", "#e6edf3"),
    MUTED("#52606d", "#a9b4c0"),
    LINE("#52606d", "#9aa7b4"),
    FRAME("#9aa5b1", "#4d5966"),
    VPC("#f7f8fa", "#121820"),
    PUBLIC("#ebf6ee", "#12251a"),
    PUBLIC_EDGE("#6aa67c", "#3f7a54"),
    PRIVATE("#ebf2fb", "#111f33"),
    PRIVATE_EDGE("#6a95c9", "#3d659b"),
    BOX("#ffffff", "#1c2531"),
    EDGE("#52606d", "#a9b4c0"),
    NETWORK("#6d3fc4", "#b392f0"),
    COMPUTE("#a85508", "#f0a35e"),
    DATA("#2456c7", "#79a8ff"),
    EVENT("#b02a6f", "#f28bbd"),
    SECURITY("#b3261e", "#ff9a8f");

    /** What text stands on, and what it is written in. */
    static final List<Tone> GROUNDS = List.of(PAPER, VPC, PUBLIC, PRIVATE, BOX);

    /** What text is written in. */
    static final List<Tone> TEXTS = List.of(INK, MUTED);

    final String light;
    final String dark;

    Tone(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Whether glyphs have it. */
    boolean ofGlyphs() {
        return compareTo(EDGE) >= 0;
    }

    /** Its name in CSS, such as {@code public-edge}. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
