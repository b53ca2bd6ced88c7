package aurorapg.plan.compare;

import aurorapg.plan.analysis.Excerpt;

/**
 * A property that differs between two plans.
 *
 * @param path where it is, such as {@code tags.Application} or {@code parameters[name=rds.force_ssl].value};
 *     {@code [protect]}, {@code [retainOnDelete]}, {@code [ignoreChanges]} and {@code [region]} are no inputs
 * @param before its value; {@value #ABSENT} when there is none, a long one shortened around the first difference
 * @param after its value to come, likewise
 * @param forces whether the change replaces the resource
 */
public record PropertyChange(String path, String before, String after, boolean forces) {

    /** Stands for a value that is not there. */
    public static final String ABSENT = Excerpt.ABSENT;
}
