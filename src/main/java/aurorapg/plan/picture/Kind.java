package aurorapg.plan.picture;

/** What a box stands for, with the strokes of its glyph on a grid of 16 by 16. */
enum Kind {
    PEOPLE(Tone.EDGE, "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 14c0-3 2.5-4.5 6-4.5s6 1.5 6 4.5"),
    CLIENTS(Tone.EDGE, "M2 3h12v8H2zM8 11v3M5 14h6"),
    INTERNET(Tone.EDGE, "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M2 8h12M8 2c-4 4-4 8 0 12c4-4 4-8 0-12"),
    MAIL(Tone.EVENT, "M2 4h12v9H2zM2 4l6 5 6-5"),
    INTERNET_GATEWAY(Tone.NETWORK, "M3 14V7a5 5 0 0 1 10 0v7M6 14V8a2 2 0 0 1 4 0v6M1 14h14"),
    GATEWAY_ENDPOINT(Tone.NETWORK, "M3 4c0-2.5 10-2.5 10 0l-1.5 9c-1 1.5-6 1.5-7 0zM3 4c0 2 10 2 10 0"),
    NAT_GATEWAY(Tone.NETWORK, "M2 5h10M9 2l3 3-3 3M14 11H4M7 8l-3 3 3 3"),
    BASTION(Tone.COMPUTE, "M2 3h12v10H2zM4.5 6l2 2-2 2M8 10.5h3.5"),
    INTERFACE_ENDPOINT(Tone.NETWORK, "M5 2v4M11 2v4M3 6h10v2a5 5 0 0 1-10 0zM8 13v2"),
    FUNCTION(Tone.COMPUTE, "M3 2h3l6 12h2M7.5 6L3 14"),
    PROXY(Tone.DATA, "M2 8h4M10 4h4M10 12h4M6 8l4-4M6 8l4 4"),
    CLUSTER(Tone.DATA, "M2 4c0-2.7 12-2.7 12 0v8c0 2.7-12 2.7-12 0zM2 4c0 2.7 12 2.7 12 0M2 8c0 2.7 12 2.7 12 0"),
    INSTANCE(Tone.DATA, "M3 4c0-2.5 10-2.5 10 0v8c0 2.5-10 2.5-10 0zM3 4c0 2.5 10 2.5 10 0"),
    TOPIC(Tone.EVENT, "M3 12h10l-1.5-2V7a3.5 3.5 0 0 0-7 0v3zM7 14.5h2"),
    KEY(Tone.SECURITY, "M5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M8 8h7M12 8v3M14.5 8v2"),
    SECRET(Tone.SECURITY, "M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2M8 10v2");

    final Tone tone;
    final String glyph;

    Kind(Tone tone, String glyph) {
        this.tone = tone;
        this.glyph = glyph;
    }
}
