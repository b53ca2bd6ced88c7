package aurorapg.bootstrap;

/**
 * The bootstrap failed and changed nothing. The message is one sentence: the step, the SQLSTATE where there is one, and
 * what to do. It never has a cause: Lambda prints the whole chain, and a cause may carry what must not be printed.
 */
public final class BootstrapException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BootstrapException(String sentence) {
        super(sentence);
    }
}
