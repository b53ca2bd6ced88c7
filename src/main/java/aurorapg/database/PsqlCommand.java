package aurorapg.database;

/** The command that connects to the database from the bastion. */
final class PsqlCommand {

    /** Where the bastion's set-up leaves the certificate authorities of RDS. */
    private static final String CERTIFICATES = "/etc/pki/rds/global-bundle.pem";

    private PsqlCommand() {}

    /** {@code psql} with the server's certificate and name verified; it asks for the password. */
    static String of(String endpoint, int port, String database, String user) {
        return "psql \"host=%s port=%d dbname=%s user=%s sslmode=verify-full sslrootcert=%s\""
                .formatted(endpoint, port, database, user, CERTIFICATES);
    }
}
