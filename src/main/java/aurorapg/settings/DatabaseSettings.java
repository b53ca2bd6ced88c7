package aurorapg.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Aurora PostgreSQL cluster to create.
 *
 * @param name database created with the cluster; empty when a snapshot is restored
 * @param port TCP port of every endpoint
 * @param masterUsername the master user
 * @param engineVersion {@code major.minor}
 * @param instanceClasses class of each instance, writer first, such as db.r7g.large
 * @param serverless how far db.serverless instances scale; empty without any
 * @param readerAutoscaling readers that AWS adds and removes; empty: none
 * @param endpoints custom endpoints by name
 * @param proxy the RDS Proxy before the cluster; empty: none
 * @param dataApi whether SQL is taken over HTTPS
 * @param dns names of the endpoints in a private zone; empty: none
 * @param ioOptimized whether the cluster's storage is Aurora I/O-Optimized
 * @param restoreSnapshot identifier or ARN of the cluster snapshot that the cluster starts from
 * @param masterPasswordRotationDays days between rotations of the master password
 * @param backupRetentionDays days that automated backups are kept
 * @param backupWindow {@code hh:mm-hh:mm} UTC; empty: AWS chooses
 * @param maintenanceWindow {@code ddd:hh:mm-ddd:hh:mm} UTC; empty: AWS chooses
 * @param deletionProtection AWS' flag and Pulumi's protection of what holds data
 * @param monitoringIntervalSeconds Enhanced Monitoring's interval; 0: off
 * @param performanceInsightsRetentionDays days that Performance Insights keeps
 * @param autoMinorVersionUpgrade whether AWS installs minor versions by itself
 * @param allowMajorVersionUpgrade whether a change of the major version is carried out
 * @param applyImmediately whether changes wait for the maintenance window (false)
 * @param logRetentionDays days that CloudWatch keeps the cluster's exported log
 * @param accessSecurityGroupIds security groups that may reach the port
 * @param accessCidrs private IPv4 blocks that may reach the port
 * @param clusterParameters cluster parameters over the defaults
 * @param instanceParameters instance parameters over the defaults
 * @param alarms thresholds of the alarms
 * @param bootstrap what the bootstrap function prepares; empty: it is not there
 */
public record DatabaseSettings(
        Optional<String> name,
        int port,
        String masterUsername,
        String engineVersion,
        List<String> instanceClasses,
        Optional<ServerlessSettings> serverless,
        Optional<ReaderAutoscalingSettings> readerAutoscaling,
        Map<String, CustomEndpoint> endpoints,
        Optional<ProxySettings> proxy,
        boolean dataApi,
        Optional<DnsSettings> dns,
        boolean ioOptimized,
        Optional<String> restoreSnapshot,
        int masterPasswordRotationDays,
        int backupRetentionDays,
        Optional<String> backupWindow,
        Optional<String> maintenanceWindow,
        boolean deletionProtection,
        int monitoringIntervalSeconds,
        int performanceInsightsRetentionDays,
        boolean autoMinorVersionUpgrade,
        boolean allowMajorVersionUpgrade,
        boolean applyImmediately,
        int logRetentionDays,
        List<String> accessSecurityGroupIds,
        List<String> accessCidrs,
        Map<String, String> clusterParameters,
        Map<String, String> instanceParameters,
        AlarmThresholds alarms,
        Optional<BootstrapSettings> bootstrap) {

    /** The engine's major version, for example 16. */
    public int majorVersion() {
        return Integer.parseInt(engineVersion.substring(0, engineVersion.indexOf('.')));
    }

    /**
     * Where the alarms of an instance go off.
     *
     * @param cpuPercent CPUUtilization in percent
     * @param maximumUsedTransactionIds age of the oldest unfrozen transaction id
     * @param freeLocalStorageBytes free local storage in bytes
     * @param freeLocalStorageConfigured whether that was configured; else it is the least, and the class may ask for more
     */
    public record AlarmThresholds(
            double cpuPercent,
            long maximumUsedTransactionIds,
            long freeLocalStorageBytes,
            boolean freeLocalStorageConfigured) {}
}
