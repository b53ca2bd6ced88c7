package aurorapg.database;

import aurorapg.settings.ReaderAutoscalingSettings;
import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/** Readers that AWS adds and removes by load; they take the writer's class, parameter group and monitoring. */
final class ReaderAutoscaling {

    private static final String DIMENSION = "rds:cluster:ReadReplicaCount";

    /** A reader takes minutes to come; deciding again before it is there would overshoot. */
    private static final int COOLDOWN_SECONDS = 300;

    ReaderAutoscaling(
            DatabaseArgs args, ReaderAutoscalingSettings asked, Output<String> clusterId, List<Resource> instances,
            Resource parent) {
        // On destroy the target goes first, so that nothing is added any more, then the added readers, then the cluster.
        var before = new ArrayList<Resource>(instances);
        before.add(new ReaderCleanup(args, clusterId, parent).call());
        var targetName = args.naming().logical("reader-autoscaling");
        var target = new Target(
                targetName,
                TargetArgs.builder()
                        .serviceNamespace("rds")
                        .scalableDimension(DIMENSION)
                        .resourceId(clusterId.applyValue("cluster:"::concat))
                        .minCapacity(asked.minReaders())
                        .maxCapacity(asked.maxReaders())
                        .tags(args.tags().named(targetName))
                        .build(),
                CustomResourceOptions.builder().parent(parent).dependsOn(before.toArray(Resource[]::new)).build());
        var metric = asked.targetCpuPercent().isPresent()
                ? "RDSReaderAverageCPUUtilization"
                : "RDSReaderAverageDatabaseConnections";
        new Policy(
                args.naming().logical("reader-autoscaling-policy"),
                PolicyArgs.builder()
                        .name(args.naming().prefix("readers") + "by-load")
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        .resourceId(target.resourceId())
                        .targetTrackingScalingPolicyConfiguration(PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                                .predefinedMetricSpecification(
                                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                                                .builder().predefinedMetricType(metric).build())
                                .targetValue(asked.targetCpuPercent()
                                        .orElseGet(() -> asked.targetConnections().orElseThrow().doubleValue()))
                                .scaleInCooldown(COOLDOWN_SECONDS)
                                .scaleOutCooldown(COOLDOWN_SECONDS)
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
    }
}
