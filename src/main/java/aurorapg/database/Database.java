package aurorapg.database;

import aurorapg.settings.CustomEndpoint;
import aurorapg.settings.DnsSettings;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterEndpoint;
import com.pulumi.aws.rds.ClusterEndpointArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.aws.rds.outputs.ClusterMasterUserSecret;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
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
import java.util.Optional;

/** An Aurora PostgreSQL cluster with its instances, secret, parameters, log, alarms and events. */
public final class Database extends ComponentResource {

    static final String ENGINE = "aurora-postgresql";

    /** The name behind it stays the same at a failover; AWS' own moves within seconds. */
    private static final int NAME_SECONDS = 60;

    private final DatabaseArgs args;
    private final Cluster cluster;
    private final PortAccess access;
    private final Instances instances;
    private final Optional<DatabaseProxy> proxy;
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
        access = new PortAccess(
                args, "cluster", "Aurora PostgreSQL cluster of stack " + args.naming().stack(), this);
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
                        // Unasked, the provider deletes first where an identifier is given. Created first, the new one
                        // meets the old one's identifier, and AWS refuses it while nothing is lost yet.
                        .deleteBeforeReplace(false)
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
        settings.readerAutoscaling().ifPresent(asked ->
                new ReaderAutoscaling(args, asked, cluster.id(), instances.all(), this));
        settings.endpoints().forEach(this::endpoint);
        proxy = settings.proxy().map(asked -> new DatabaseProxy(
                args, asked, cluster.id(), masterSecretArn, access, instances.writer(), this));
        settings.dns().ifPresent(this::names);
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

    /** DNS name of the proxy; empty without one. */
    public Optional<Output<String>> proxyEndpoint() {
        return proxy.map(DatabaseProxy::endpoint);
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

    private void endpoint(String name, CustomEndpoint asked) {
        var endpointName = args.naming().logical("endpoint-" + name);
        var all = instances.identifiers();
        new ClusterEndpoint(
                endpointName,
                ClusterEndpointArgs.builder()
                        .clusterIdentifier(cluster.id())
                        .clusterEndpointIdentifier(cluster.id().applyValue(id -> id + "-" + name))
                        .customEndpointType(asked.reader() ? "READER" : "ANY")
                        .staticMembers(Output.all(asked.members().stream().map(number -> all.get(number - 1)).toList()))
                        .tags(args.tags().named(endpointName))
                        .build(),
                CustomResourceOptions.builder().parent(this).deleteBeforeReplace(true).build());
    }

    private void names(DnsSettings asked) {
        name("dns-writer", asked.zoneId(), asked.writer(), endpoint());
        name("dns-reader", asked.zoneId(), asked.reader(), readerEndpoint());
    }

    private void name(String part, String zoneId, String name, Output<String> target) {
        new Record(
                args.naming().logical(part),
                RecordArgs.builder()
                        .zoneId(zoneId)
                        .name(name)
                        .type("CNAME")
                        .ttl(NAME_SECONDS)
                        .records(target.applyValue(List::of))
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
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
        settings.serverless().ifPresent(asked -> {
            var scaling = ClusterServerlessv2ScalingConfigurationArgs.builder()
                    .minCapacity(asked.minCapacity())
                    .maxCapacity(asked.maxCapacity());
            asked.secondsUntilAutoPause().ifPresent(scaling::secondsUntilAutoPause);
            builder.serverlessv2ScalingConfiguration(scaling.build());
        });
        if (settings.dataApi()) {
            builder.enableHttpEndpoint(true);
        }
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
