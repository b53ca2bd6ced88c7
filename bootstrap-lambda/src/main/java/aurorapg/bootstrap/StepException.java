package aurorapg.bootstrap;

/** A step met an error that the {@linkplain FailureRule rules} have not judged yet. Never leaves the function. */
final class StepException extends Exception {

    private static final long serialVersionUID = 1;

    private final String step;

    StepException(String step, Exception cause) {
        super(cause);
        this.step = step;
    }

    String step() {
        return step;
    }
}
