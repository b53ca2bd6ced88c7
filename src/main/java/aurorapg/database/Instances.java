package aurorapg.database;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The cluster's instances; the first one created becomes the writer. */
final class Instances {

    /** Valid until 2061, 2048 bits as every client understands (AWS RDS user guide, certificate authorities). */
    private static final String CERTIFICATE_AUTHORITY = "rds-ca-rsa2048-g1";

    private final List<ClusterInstance> instances = new ArrayList<>();

    Instances(DatabaseArgs args, Output<String> clusterId, Cluster cluster, ParameterGroups groups, Resource parent) {
        var settings = args.settings();
        var monitoring = Optional.of(settings.monitoringIntervalSeconds())
                .filter(seconds -> seconds > 0)
                .map(seconds -> new MonitoringRole(args, parent));
        var previous = new ArrayList<Resource>();
        monitoring.ifPresent(role -> previous.add(role.attachment()));
        var tiers = FailoverTiers.of(settings);
        for (int number : IntStream.rangeClosed(1, settings.instanceClasses().size()).toArray()) {
            var instanceName = args.naming().logical("instance-" + number);
            var builder = ClusterInstanceArgs.builder()
                    .clusterIdentifier(cluster.id())
                    .identifier(clusterId.applyValue(id -> id + "-" + number))
                    .engine(Database.ENGINE)
                    .engineVersion(settings.engineVersion())
                    .instanceClass(settings.instanceClasses().get(number - 1))
                    .dbParameterGroupName(groups.instanceGroup())
                    .promotionTier(tiers.get(number - 1))
                    .publiclyAccessible(false)
                    .caCertIdentifier(CERTIFICATE_AUTHORITY)
                    .copyTagsToSnapshot(true)
                    .autoMinorVersionUpgrade(settings.autoMinorVersionUpgrade())
                    .applyImmediately(settings.applyImmediately())
                    .monitoringInterval(settings.monitoringIntervalSeconds())
                    .performanceInsightsEnabled(true)
                    .performanceInsightsKmsKeyId(args.kmsKeyArn())
                    .performanceInsightsRetentionPeriod(settings.performanceInsightsRetentionDays())
                    .tags(args.tags().named(instanceName));
            settings.maintenanceWindow().ifPresent(builder::preferredMaintenanceWindow);
            monitoring.ifPresent(role -> builder.monitoringRoleArn(role.arn()));
            var instance = new ClusterInstance(
                    instanceName,
                    builder.build(),
                    CustomResourceOptions.builder()
                            .parent(parent)
                            .protect(settings.deletionProtection())
                            .dependsOn(previous)
                            .build());
            instances.add(instance);
            // One after the other: two instances of a cluster must never be changed, and so restarted, together.
            previous.clear();
            previous.add(instance);
        }
    }

    List<Resource> all() {
        return List.copyOf(instances);
    }

    ClusterInstance writer() {
        return instances.get(0);
    }

    /** Identifiers of all instances, by number. */
    List<Output<String>> identifiers() {
        return instances.stream().map(ClusterInstance::identifier).toList();
    }
}
