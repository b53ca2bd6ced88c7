package aurorapg.database;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.outputs.ClusterMasterUserSecret;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.core.Output;
import com.pulumi.random.RandomId;
import com.pulumi.random.RandomIdArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** An Aurora PostgreSQL cluster with its instances, secret, parameters, log, alarms and events. */
public final class Database extends ComponentResource {

    static final String ENGINE = "aurora-postgresql";

    private final DatabaseArgs args;
    private final Cluster cluster;
    private final ClusterAccess access;
    private final Instances instances;
    private final Output<String> masterSecretArn;

    public Database(String name, DatabaseArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:database:Database", name, options);
        this.args = args;
        var settings = args.settings();
        var child = CustomResourceOptions.builder().parent(this).build();
        var kept = CustomResourceOptions.builder().parent(this).protect(settings.deletionProtection()).build();

        var random = new RandomId(
                args.naming().logical("cluster-id"), RandomIdArgs.builder().byteLength(4).build(), kept);
        var clusterId = random.hex().applyValue(hex -> args.naming().slug() + "-" + hex);
        access = new ClusterAccess(args, this);
        var groups = new ParameterGroups(args, this);
        var subnetGroupName = args.naming().logical("subnet-group");
        var subnetGroup = new SubnetGroup(
                subnetGroupName,
                SubnetGroupArgs.builder()
                        .namePrefix(args.naming().prefix("cluster"))
                        .description("Private subnets of stack " + args.naming().stack())
                        .subnetIds(args.privateSubnetIds())
                        .tags(args.tags().named(subnetGroupName))
                        .build(),
                child);
        // RDS creates this group without retention and key when it comes first, so it has to exist before the cluster.
        var logGroupName = args.naming().logical("cluster-log");
        var logGroup = new LogGroup(
                logGroupName,
                LogGroupArgs.builder()
                        .name(clusterId.applyValue(id -> "/aws/rds/cluster/" + id + "/postgresql"))
                        .retentionInDays(settings.logRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(logGroupName))
                        .build(),
                kept);
        cluster = new Cluster(
                args.naming().logical("cluster"),
                clusterArgs(clusterId, groups, subnetGroup),
                CustomResourceOptions.builder()
                        .parent(this)
                        .protect(settings.deletionProtection())
                        .dependsOn(logGroup)
                        // Read by AWS at creation alone; a later change would replace the cluster by an older copy.
                        .ignoreChanges("snapshotIdentifier")
                        .build());
        masterSecretArn = cluster.masterUserSecrets().applyValue(Database::secretArn);
        new SecretRotation(
                args.naming().logical("master-secret-rotation"),
                SecretRotationArgs.builder()
                        .secretId(masterSecretArn)
                        // A rotation at once would race with the first connections.
                        .rotateImmediately(false)
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays(settings.masterPasswordRotationDays())
                                .build())
                        .build(),
                child);
        instances = new Instances(args, clusterId, cluster, groups, this);
        new Watch(args, cluster.id(), instances.identifiers(), groups, this);
        registerOutputs(Map.of("clusterIdentifier", cluster.clusterIdentifier(), "endpoint", cluster.endpoint()));
    }

    /** The cluster's identifier. */
    public Output<String> clusterIdentifier() {
        return cluster.clusterIdentifier();
    }

    /** The cluster's ARN. */
    public Output<String> clusterArn() {
        return cluster.arn();
    }

    /** DNS name of the writer. */
    public Output<String> endpoint() {
        return cluster.endpoint();
    }

    /** DNS name that spreads connections over the readers. */
    public Output<String> readerEndpoint() {
        return cluster.readerEndpoint();
    }

    /** TCP port of both endpoints. */
    public Output<Integer> port() {
        return Output.of(args.settings().port());
    }

    /** The database created with the cluster, or the restored snapshot's. */
    public Output<String> databaseName() {
        return cluster.databaseName();
    }

    /** The master user, as configured or the restored snapshot's. */
    public Output<String> masterUsername() {
        return cluster.masterUsername();
    }

    /** ARN of the master password's secret. */
    public Output<String> masterSecretArn() {
        return masterSecretArn;
    }

    /** The cluster's identity, which a cluster made anew does not share, whatever its identifier. */
    public Output<String> clusterResourceId() {
        return cluster.clusterResourceId();
    }

    /** The instance that is the writer when the cluster is new. */
    public Resource writer() {
        return instances.writer();
    }

    /** Security group of the cluster. */
    public Output<String> securityGroupId() {
        return access.groupId();
    }

    /** The {@code psql} call that connects to the writer from the bastion, certificate verified. */
    public Output<String> psqlCommandLine() {
        return Output.tuple(endpoint(), databaseName(), masterUsername())
                .applyValue(t -> PsqlCommand.of(t.t1, args.settings().port(), t.t2, t.t3));
    }

    private ClusterArgs clusterArgs(Output<String> clusterId, ParameterGroups groups, SubnetGroup subnetGroup) {
        var settings = args.settings();
        var builder = ClusterArgs.builder()
                .clusterIdentifier(clusterId)
                .engine(ENGINE)
                .engineVersion(settings.engineVersion())
                .allowMajorVersionUpgrade(settings.allowMajorVersionUpgrade())
                .applyImmediately(settings.applyImmediately())
                .port(settings.port())
                .manageMasterUserPassword(true)
                .masterUserSecretKmsKeyId(args.kmsKeyArn())
                .iamDatabaseAuthenticationEnabled(true)
                .storageEncrypted(true)
                .kmsKeyId(args.kmsKeyArn())
                .dbSubnetGroupName(subnetGroup.name())
                .vpcSecurityGroupIds(access.groupId().applyValue(List::of))
                .dbClusterParameterGroupName(groups.clusterGroup())
                // Used by AWS on a major upgrade alone, which fails without it when instances have a group of their own.
                .dbInstanceParameterGroupName(groups.instanceGroup())
                .enabledCloudwatchLogsExports("postgresql")
                .backupRetentionPeriod(settings.backupRetentionDays())
                .copyTagsToSnapshot(true)
                .deletionProtection(settings.deletionProtection())
                .skipFinalSnapshot(false)
                // The identifier is drawn anew for every cluster, so no earlier final snapshot has this name.
                .finalSnapshotIdentifier(clusterId.applyValue(id -> id + "-final"))
                .databaseInsightsMode(Insights.mode(settings.performanceInsightsRetentionDays()))
                .performanceInsightsEnabled(true)
                .performanceInsightsKmsKeyId(args.kmsKeyArn())
                .performanceInsightsRetentionPeriod(settings.performanceInsightsRetentionDays())
                .tags(args.tags().named(args.naming().logical("cluster")));
        if (settings.ioOptimized()) {
            builder.storageType("aurora-iopt1");
        }
        settings.backupWindow().ifPresent(builder::preferredBackupWindow);
        settings.maintenanceWindow().ifPresent(builder::preferredMaintenanceWindow);
        // A restored cluster has its snapshot's database and user; other values would replace it at the next update.
        settings.restoreSnapshot()
                .ifPresentOrElse(
                        builder::snapshotIdentifier,
                        () -> builder.masterUsername(settings.masterUsername())
                                .databaseName(settings.name().orElseThrow()));
        return builder.build();
    }

    /** The list is empty in the preview of a cluster that is yet to get its managed password. */
    private static String secretArn(List<ClusterMasterUserSecret> secrets) {
        return secrets.stream().findFirst().flatMap(ClusterMasterUserSecret::secretArn).orElse("");
    }
}
