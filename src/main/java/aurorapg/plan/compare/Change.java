package aurorapg.plan.compare;

import java.util.List;

/**
 * A resource that differs between two plans.
 *
 * @param kind what happens to it
 * @param urn the name that the engine knows it by
 * @param type its type token
 * @param name its logical name
 * @param properties what differs; empty for a resource that is added or removed
 */
public record Change(Kind kind, String urn, String type, String name, List<PropertyChange> properties) {

    /** What happens to a resource, the gravest first. */
    public enum Kind {
        REPLACED,
        REMOVED,
        CHANGED,
        ADDED
    }
}
