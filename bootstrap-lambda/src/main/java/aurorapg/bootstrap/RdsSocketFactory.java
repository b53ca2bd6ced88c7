package aurorapg.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.WrappedFactory;

/**
 * TLS that trusts given authorities and no others, and checks the host's name within the handshake, so that a wrong
 * name is a certificate error as any other. pgjdbc makes it by its name and checks the host again
 * ({@code verify-full}).
 */
public final class RdsSocketFactory extends WrappedFactory {

    /**
     * A factory.
     *
     * @param authorities certificates in PEM, one after the other; lines between them are allowed
     * @throws GeneralSecurityException when they cannot be read
     * @throws IOException never: there is no file
     */
    public RdsSocketFactory(String authorities) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        var bytes = authorities.getBytes(StandardCharsets.US_ASCII);
        for (var authority : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes))) {
            trusted.setCertificateEntry(Integer.toString(trusted.size()), authority);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        factory = context.getSocketFactory();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        var secured = (SSLSocket) super.createSocket(socket, host, port, autoClose);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }
}
