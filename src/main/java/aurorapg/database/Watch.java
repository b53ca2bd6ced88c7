package aurorapg.database;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.rds.EventSubscription;
import com.pulumi.aws.rds.EventSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** Alarms of every instance and the subscriptions to RDS events, all to the notification topic. */
final class Watch {

    private final DatabaseArgs args;
    private final CustomResourceOptions child;

    Watch(
            DatabaseArgs args,
            Output<String> clusterId,
            List<Output<String>> instanceIds,
            ParameterGroups groups,
            Resource parent) {
        this.args = args;
        child = CustomResourceOptions.builder().parent(parent).build();
        for (int number = 1; number <= instanceIds.size(); number++) {
            var settings = args.settings();
            for (var alarm : InstanceAlarm.of(
                    settings.alarms(), settings.instanceClasses().get(number - 1), settings.instanceParameters())) {
                alarm(alarm, number, instanceIds.get(number - 1));
            }
        }
        subscribe(EventTopics.CLUSTER, clusterId.applyValue(List::of));
        subscribe(EventTopics.INSTANCES, Output.all(instanceIds));
        subscribe(EventTopics.PARAMETER_GROUPS, groups.instanceGroup().applyValue(List::of));
    }

    private void alarm(InstanceAlarm alarm, int number, Output<String> instanceId) {
        var alarmName = args.naming().logical("instance-%d-%s".formatted(number, alarm.part()));
        new MetricAlarm(
                alarmName,
                MetricAlarmArgs.builder()
                        .alarmDescription(alarm.description())
                        .namespace("AWS/RDS")
                        .metricName(alarm.metric())
                        .dimensions(instanceId.applyValue(id -> Map.of("DBInstanceIdentifier", id)))
                        .statistic(alarm.statistic())
                        .comparisonOperator(alarm.comparison())
                        .threshold(alarm.threshold())
                        .period(InstanceAlarm.PERIOD_SECONDS)
                        .evaluationPeriods(InstanceAlarm.PERIODS)
                        .treatMissingData("notBreaching")
                        .alarmActions(args.notificationTopicArn().applyValue(List::of))
                        .tags(args.tags().named(alarmName))
                        .build(),
                child);
    }

    private void subscribe(EventTopics events, Output<List<String>> sources) {
        var subscriptionName = args.naming().logical("events-" + events.part());
        new EventSubscription(
                subscriptionName,
                EventSubscriptionArgs.builder()
                        .namePrefix(args.naming().prefix(events.part()))
                        .snsTopic(args.notificationTopicArn())
                        .sourceType(events.sourceType())
                        .sourceIds(sources)
                        .eventCategories(events.categories())
                        .tags(args.tags().named(subscriptionName))
                        .build(),
                child);
    }
}
