package aurorapg.plan.migration;

import java.util.regex.Pattern;

/** What may be a secret, which is named and never shown. */
final class Secret {

    private static final Pattern NAME = Pattern.compile("(?i)passw|passphrase|secret|token|credential|key");

    /** NoEcho's stars, a reference that CloudFormation resolves, a key, an address that is signed or names a user. */
    private static final Pattern VALUE = Pattern.compile(
            "(?si)\\*{4,}|.*\\{\\{resolve:.*|.*-----BEGIN .*|(?!s3:)[a-z0-9+.-]+://.*[?@].*");

    private Secret() {}

    static boolean isNamedBy(String parameter) {
        return NAME.matcher(parameter).find();
    }

    static boolean isIn(String value) {
        return VALUE.matcher(value).matches();
    }
}
