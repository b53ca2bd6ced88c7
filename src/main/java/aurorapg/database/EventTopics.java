package aurorapg.database;

import java.util.List;

/**
 * One subscription to RDS events, as data.
 *
 * @param part the end of the subscription's logical name
 * @param sourceType RDS' source type
 * @param categories RDS' event categories
 */
record EventTopics(String part, String sourceType, List<String> categories) {

    /** Failover, failure and maintenance of the cluster. */
    static final EventTopics CLUSTER = new EventTopics(
            "cluster", "db-cluster", List.of("failover", "failure", "maintenance", "notification"));

    /** What happens to instances. */
    static final EventTopics INSTANCES = new EventTopics(
            "instances",
            "db-instance",
            List.of(
                    "availability", "configuration change", "deletion", "failover", "failure", "maintenance",
                    "notification", "recovery"));

    /** Changes of the instances' parameter group. */
    static final EventTopics PARAMETER_GROUPS =
            new EventTopics("parameter-groups", "db-parameter-group", List.of("configuration change"));
}
