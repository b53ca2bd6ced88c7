package aurorapg.bootstrap;

import java.util.List;
import java.util.Optional;

/**
 * One part of the wanted state and how to reach it.
 *
 * @param name what it is, for logs and the report
 * @param kind when its statements run and what the report calls that
 * @param check a query of the catalog with one row and one boolean: whether the wanted state holds
 * @param statements what brings the wanted state, in order
 * @param whenRefused the sentence to report when the server refuses the statements with 42501 and the bootstrap may go
 *         on without them; empty: the bootstrap fails
 */
record Step(String name, Kind kind, String check, List<String> statements, Optional<String> whenRefused) {

    /** When a step's statements run. */
    enum Kind {
        /** When the thing is missing; it is then created. */
        CREATE("created"),
        /** When a right or a setting is missing, as it is on a fresh database. */
        CHANGE("changed"),
        /** When something that was there before is not as wanted; never on a fresh database. */
        REPAIR("changed"),
        /** At every run: only a superuser could see whether it is needed. Counts as already right. */
        ALWAYS("alreadyRight");

        final String result;

        Kind(String result) {
            this.result = result;
        }
    }

    static Step create(String name, String check, String statement) {
        return new Step(name, Kind.CREATE, check, List.of(statement), Optional.empty());
    }

    static Step change(String name, String check, String... statements) {
        return new Step(name, Kind.CHANGE, check, List.of(statements), Optional.empty());
    }

    static Step repair(String name, String check, String... statements) {
        return new Step(name, Kind.REPAIR, check, List.of(statements), Optional.empty());
    }

    static Step always(String name, String statement) {
        return new Step(name, Kind.ALWAYS, "SELECT true", List.of(statement), Optional.empty());
    }

    Step orReport(String sentence) {
        return new Step(name, kind, check, statements, Optional.of(sentence));
    }
}
