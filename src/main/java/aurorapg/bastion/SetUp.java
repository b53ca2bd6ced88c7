package aurorapg.bastion;

import aurorapg.location.Location;
import aurorapg.settings.BastionSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a host's set-up depends on, as values for {@link UserData}. */
final class SetUp {

    /** Name of the hook that holds a new host back until its set-up has reported. */
    static final String HOOK = "set-up";

    private SetUp() {}

    /** Files that set-up reads from S3, as {@code s3://bucket/key}. */
    static List<String> s3Objects(BastionSettings settings) {
        return Stream.of(settings.bannerText().filter(text -> settings.banner() && isObject(text)), settings.bootstrapScript())
                .flatMap(Optional::stream)
                .toList();
    }

    static Map<String, String> values(
            BastionSettings settings, Location location, int psqlMajorVersion, String allocationId, String logGroup, String group) {
        var banner = settings.banner() ? settings.bannerText().orElseGet(UserData::defaultBanner) : "";
        var values = new LinkedHashMap<String, String>();
        values.put("REGION", location.region());
        values.put("ALLOCATION_ID", allocationId);
        values.put("LOG_GROUP", logGroup);
        values.put("GROUP_NAME", group);
        values.put("HOOK_NAME", HOOK);
        values.put("PSQL_MAJOR", String.valueOf(psqlMajorVersion));
        values.put("BANNER_TEXT", isObject(banner) ? "" : banner);
        values.put("BANNER_OBJECT", isObject(banner) ? banner : "");
        values.put("TCP_FORWARDING", settings.tcpForwarding() ? "yes" : "no");
        values.put("X11_FORWARDING", settings.x11Forwarding() ? "yes" : "no");
        values.put("TEAM_SCRIPT", settings.bootstrapScript().orElse(""));
        values.put("CERTIFICATES_URL", certificates(location.partition()));
        return values;
    }

    /** Where AWS publishes the certificate authorities of RDS (RDS user guide, "Using SSL/TLS"; from memory for China and GovCloud). */
    private static String certificates(String partition) {
        return switch (partition) {
            case "aws-us-gov" -> "https://truststore.pki.us-gov-west-1.rds.amazonaws.com/global/global-bundle.pem";
            case "aws-cn" -> "https://rds-truststore.s3.cn-north-1.amazonaws.com.cn/global/global-bundle.pem";
            default -> "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem";
        };
    }

    private static boolean isObject(String text) {
        return text.startsWith("s3://");
    }
}
