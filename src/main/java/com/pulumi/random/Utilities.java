package com.pulumi.random;

/** What the official SDK's class of this name answers. */
final class Utilities {

    /** The provider's version; {@code plugin.json} beside it makes the engine install the same one. */
    static String getVersion() {
        return "4.18.0";
    }

    private Utilities() {}
}
