package aurorapg.plan.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A region of AWS as far as a plan can know it without asking.
 *
 * @param name for example {@code eu-west-1}
 * @param zones names of its standard zones
 */
public record Region(String name, List<String> zones) {

    /** Regions whose zones' letters are not a, b, c (AWS General Reference and EC2's console, 2026-11). */
    private static final Map<String, String> LETTERS = Map.of(
            "us-east-1", "abcdef", "us-west-2", "abcd", "us-west-1", "ac", "ap-northeast-1", "acd",
            "ap-northeast-2", "abcd", "ca-central-1", "abd", "cn-north-1", "abd");

    /**
     * A region by its name.
     *
     * @param name its name
     * @param wanted zones that the configuration names and the plan therefore takes to exist; empty for the usual ones
     */
    public static Region of(String name, List<String> wanted) {
        var usual = LETTERS.getOrDefault(name, "abc").chars().mapToObj(letter -> name + (char) letter);
        return new Region(name, Stream.concat(
                        usual, wanted.stream().filter(zone -> zone.startsWith(name)))
                .distinct().sorted().toList());
    }

    String partition() {
        return name.startsWith("cn-") ? "aws-cn" : name.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    String dnsSuffix() {
        return name.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }

    String reverseDnsPrefix() {
        return name.startsWith("cn-") ? "cn.com.amazonaws" : "com.amazonaws";
    }
}
