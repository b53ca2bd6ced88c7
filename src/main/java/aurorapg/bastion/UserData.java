package aurorapg.bastion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script that sets a host up, from {@code user-data.sh} with its named placeholders filled. */
final class UserData {

    /** Most bytes that EC2 takes (EC2 user guide, user data). */
    static final int LIMIT_BYTES = 16384;

    private static final Pattern PLACEHOLDER = Pattern.compile("@@([A-Z0-9_]+)@@");

    private UserData() {}

    /**
     * The script; every value stands in it as one single-quoted word, whatever it contains.
     *
     * @throws IllegalArgumentException when a placeholder has no value, a value no placeholder, or the script is too long
     */
    static String of(Map<String, String> values) {
        var template = resource("user-data.sh");
        values.keySet().stream().filter(name -> !template.contains("@@" + name + "@@")).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("user-data.sh has no placeholder " + name);
        });
        var script = PLACEHOLDER.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for user-data.sh's placeholder " + match.group(1));
            }
            return Matcher.quoteReplacement("'" + value.replace("'", "'\\''") + "'");
        });
        var bytes = script.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LIMIT_BYTES) {
            throw new IllegalArgumentException(
                    "the bastion's set-up script has %d bytes, EC2 takes %d: give bastion.bannerText as s3://bucket/key"
                            .formatted(bytes, LIMIT_BYTES));
        }
        return script;
    }

    /** The program's own warning before a login. */
    static String defaultBanner() {
        return resource("banner.txt");
    }

    private static String resource(String name) {
        try (var stream = UserData.class.getResourceAsStream("/aurorapg/bastion/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
