package aurorapg.plan;

/** Why there is no plan, in a sentence for the one who asked. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    /** Exit code for errors in the configuration. */
    static final int CONFIGURATION = 1;

    /** Exit code for a wrong command line ({@code EX_USAGE} of sysexits.h). */
    static final int USAGE = 64;

    final int exitCode;

    Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }
}
