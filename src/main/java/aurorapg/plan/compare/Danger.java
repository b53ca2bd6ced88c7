package aurorapg.plan.compare;

/**
 * A change that somebody should have decided on.
 *
 * @param resource the logical name of the resource
 * @param what what happens to it
 * @param lost what would be lost, in one sentence
 */
public record Danger(String resource, String what, String lost) {}
