package aurorapg.settings;

/** The stage an environment serves; it decides the defaults of everything that a stack file leaves out. */
public enum Stage {
    DEV("dev"),
    TEST("test"),
    PRE_PROD("pre-prod"),
    PROD("prod");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The stage as configuration and tags write it: {@code dev}, {@code test}, {@code pre-prod} or {@code prod}. */
    public String label() {
        return label;
    }
}
