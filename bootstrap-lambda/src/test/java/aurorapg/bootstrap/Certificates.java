package aurorapg.bootstrap;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for the tests' servers, good and bad. */
final class Certificates {

    /** A certificate with its key. */
    record Issued(X509Certificate certificate, KeyPair keys) {

        String certificatePem() {
            try {
                return pem("CERTIFICATE", certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String keyPem() {
            return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        }

        private static String pem(String what, byte[] bytes) {
            return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(
                    what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
        }
    }

    private static final Duration DAY = Duration.ofDays(1);

    static final Issued AUTHORITY = issue("Test authority", null, "", Instant.now().plus(DAY));
    static final Issued SERVER = issue("Test server", AUTHORITY, "localhost", Instant.now().plus(DAY));
    static final Issued OTHER_HOST = issue("Test server", AUTHORITY, "other.example", Instant.now().plus(DAY));
    static final Issued EXPIRED = issue("Test server", AUTHORITY, "localhost", Instant.now().minus(DAY));
    static final Issued SELF_SIGNED = issue("Test server", null, "localhost", Instant.now().plus(DAY));

    private Certificates() {}

    private static Issued issue(String subject, Issued issuer, String host, Instant end) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var keys = generator.generateKeyPair();
            var name = new X500Principal("CN=" + subject);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? name : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(System.nanoTime()), Date.from(end.minus(DAY.multipliedBy(30))), Date.from(end),
                    name, keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host.isEmpty()));
            if (!host.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build((issuer == null ? keys : issuer.keys()).getPrivate());
            return new Issued(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
