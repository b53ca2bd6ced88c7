package aurorapg.settings;

import java.util.List;

/** A value that its type does not take; caught where the key is known. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, one line each; each stands after {@code <key>: }. */
    final transient List<String> wrongs;

    Refused(List<String> wrongs) {
        super(String.join("\n", wrongs), null, false, false);
        this.wrongs = wrongs;
    }

    Refused(String wrong) {
        this(List.of(wrong));
    }
}
