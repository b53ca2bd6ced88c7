package aurorapg.plan.analysis;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** Values as a reader sees them. */
public final class Excerpt {

    /** Stands for a value that is not there. */
    public static final String ABSENT = "(absent)";

    private static final int LONGEST = 80;
    private static final int LEAD = 20;

    private Excerpt() {}

    /** A value in one line; {@value #ABSENT} for null. */
    public static String text(JsonElement value) {
        if (value == null) {
            return ABSENT;
        }
        if (!(value instanceof JsonPrimitive primitive)) {
            return value.toString();
        }
        if (primitive.isNumber()) {
            // The engine hands every number over as a double, a plan's file has it as it was written.
            return primitive.getAsBigDecimal().stripTrailingZeros().toPlainString();
        }
        return primitive.getAsString().isEmpty() ? "\"\"" : primitive.getAsString();
    }

    /** Number of characters that two texts share at their beginning. */
    public static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** A text, of a long one the part around a place. */
    public static String around(String text, int at) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int from = Math.max(0, Math.min(at - LEAD, text.length() - LONGEST));
        int to = Math.min(text.length(), from + LONGEST);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
