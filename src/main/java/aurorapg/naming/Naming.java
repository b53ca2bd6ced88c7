package aurorapg.naming;

import java.util.Locale;

/**
 * Names of a stack's resources. Logical names carry the stack's name as it is; names in AWS start with {@link #slug()},
 * since a Pulumi stack may be called what no AWS service accepts (dots, underscores, capitals, 100 characters).
 *
 * @param stack the stack's name
 */
public record Naming(String stack) {

    /** Leaves room for a part and Pulumi's suffix below the 38 characters of an IAM name prefix. */
    private static final int SLUG_LENGTH = 20;

    /** The logical name of a resource: {@code <stack>-<part>}. */
    public String logical(String part) {
        return stack + "-" + part;
    }

    /**
     * The stack's name in lower-case letters, digits and single hyphens, starting with a letter, at most 20 characters;
     * a name that had to be cut or changed ends with a hash of the whole, so that two stacks never share a slug.
     */
    public String slug() {
        var slug = stack.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (slug.isEmpty() || !Character.isLetter(slug.charAt(0))) {
            slug = "s-" + slug;
        }
        if (slug.equals(stack) && slug.length() <= SLUG_LENGTH) {
            return slug;
        }
        var hash = String.format("%06x", stack.hashCode() & 0xffffff);
        var head = slug.substring(0, Math.min(slug.length(), SLUG_LENGTH - hash.length() - 1)).replaceAll("-+$", "");
        return head + "-" + hash;
    }

    /** The start of a name in AWS, for a {@code namePrefix}: {@code <slug>-<part>-}. */
    public String prefix(String part) {
        return slug() + "-" + part + "-";
    }
}
