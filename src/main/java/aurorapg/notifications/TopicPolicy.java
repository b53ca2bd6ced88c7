package aurorapg.notifications;

import aurorapg.location.Location;
import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;

/** Who may publish to the topic, as data: this account's alarms and RDS event subscriptions. */
final class TopicPolicy {

    private TopicPolicy() {}

    static PolicyDocument of(Location location, String topicArn) {
        return PolicyDocument.of(
                publisher("AlarmsOfTheAccount", "cloudwatch.amazonaws.com", location.arn("cloudwatch", "alarm:*"), location, topicArn),
                publisher("RdsEventsOfTheAccount", "events.rds.amazonaws.com", location.arn("rds", "es:*"), location, topicArn));
    }

    private static Statement publisher(String sid, String service, String source, Location location, String topicArn) {
        return Statement.allow(sid)
                .service(service)
                .actions("sns:Publish")
                .resources(topicArn)
                .condition("StringEquals", "aws:SourceAccount", location.accountId())
                .condition("ArnLike", "aws:SourceArn", source);
    }
}
