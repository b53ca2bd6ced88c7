package aurorapg.settings;

import java.util.List;
import java.util.stream.Collectors;

/** A stack's configuration breaks at least one rule; the message has one line for each violation. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    InvalidConfigurationException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong; never empty. */
    public List<Violation> violations() {
        return violations;
    }
}
