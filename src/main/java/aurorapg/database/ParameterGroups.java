package aurorapg.database;

import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/**
 * The parameter groups of the cluster and of its instances. Their names are prefixes: on a major upgrade the group of
 * the new family stands before the old one, still in use until the upgrade is done, goes.
 */
final class ParameterGroups {

    private final ClusterParameterGroup cluster;
    private final ParameterGroup instance;

    ParameterGroups(DatabaseArgs args, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var family = Parameters.family(args.settings().majorVersion());
        var clusterName = args.naming().logical("cluster-parameters");
        cluster = new ClusterParameterGroup(
                clusterName,
                ClusterParameterGroupArgs.builder()
                        .namePrefix(args.naming().prefix("cluster"))
                        .family(family)
                        .description("Cluster parameters of stack " + args.naming().stack())
                        .parameters(Parameters.ofCluster(args.settings().clusterParameters()).stream()
                                .map(parameter -> ClusterParameterGroupParameterArgs.builder()
                                        .name(parameter.name())
                                        .value(parameter.value())
                                        .applyMethod(parameter.applyMethod().label())
                                        .build())
                                .toList())
                        .tags(args.tags().named(clusterName))
                        .build(),
                child);
        var instanceName = args.naming().logical("instance-parameters");
        instance = new ParameterGroup(
                instanceName,
                ParameterGroupArgs.builder()
                        .namePrefix(args.naming().prefix("instance"))
                        .family(family)
                        .description("Instance parameters of stack " + args.naming().stack())
                        .parameters(Parameters.ofInstance(args.settings().instanceParameters()).stream()
                                .map(parameter -> ParameterGroupParameterArgs.builder()
                                        .name(parameter.name())
                                        .value(parameter.value())
                                        .applyMethod(parameter.applyMethod().label())
                                        .build())
                                .toList())
                        .tags(args.tags().named(instanceName))
                        .build(),
                child);
    }

    Output<String> clusterGroup() {
        return cluster.name();
    }

    Output<String> instanceGroup() {
        return instance.name();
    }
}
