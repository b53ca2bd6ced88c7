package aurorapg.settings;

/**
 * An RDS Proxy before the cluster.
 *
 * @param iamRequired whether clients log in by IAM; otherwise with the master secret's user and password
 * @param maxConnectionsPercent share of the cluster's connections that it may take
 * @param idleClientTimeoutSeconds idle seconds after which a client is dropped
 */
public record ProxySettings(boolean iamRequired, int maxConnectionsPercent, int idleClientTimeoutSeconds) {

    /** AWS' own defaults (RDS user guide, RDS Proxy). */
    static final int MAX_CONNECTIONS_PERCENT = 100;

    static final int IDLE_CLIENT_TIMEOUT_SECONDS = 1800;
}
