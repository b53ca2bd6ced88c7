package aurorapg.plan.compare;

import aurorapg.plan.analysis.InputPath;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonElement;
import java.util.List;

/**
 * A resource in both plans, or in one of them.
 *
 * @param before null when it is added
 * @param after null when it is removed; inputs whose changes are ignored have their old values
 */
record Pair(Change.Kind kind, Registration before, Registration after, List<PropertyChange> properties) {

    Registration any() {
        return after == null ? before : after;
    }

    Change change() {
        return new Change(kind, any().urn(), any().type(), any().name(), properties);
    }

    boolean stays() {
        return before != null && after != null;
    }

    /** The old value at a dotted path; null when there is none. */
    JsonElement old(String path) {
        return before == null ? null : InputPath.single(before.inputs(), path);
    }

    /** The value to come at a dotted path; null when there is none. */
    JsonElement planned(String path) {
        return after == null ? null : InputPath.single(after.inputs(), path);
    }
}
