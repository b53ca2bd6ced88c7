package aurorapg.encryption;

import aurorapg.location.Location;
import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;

/** Who may use the stack's key, as data. */
final class KeyPolicy {

    private KeyPolicy() {}

    static PolicyDocument of(Location location) {
        return PolicyDocument.of(
                // Without it only the key's creator could ever change the key; it opens the key to the account's own IAM policies alone.
                Statement.allow("AccountAdministersByIam")
                        .aws("arn:%s:iam::%s:root".formatted(location.partition(), location.accountId()))
                        .actions("kms:*")
                        .resources("*"),
                Statement.allow("LogGroupsOfTheAccount")
                        .service("logs.%s.%s".formatted(location.region(), dnsSuffix(location)))
                        .actions("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey")
                        .resources("*")
                        .condition("ArnLike", "kms:EncryptionContext:aws:logs:arn", location.arn("logs", "log-group:*")),
                publisher("AlarmsPublishToTheEncryptedTopic", "cloudwatch.amazonaws.com"),
                publisher("EventsPublishToTheEncryptedTopic", "events.rds.amazonaws.com"));
    }

    /**
     * No source condition: CloudWatch documents none for its calls to the key, and one that it does not send would
     * silence every alarm. What it may publish to, and for which account, the topic's policy says.
     */
    private static Statement publisher(String sid, String service) {
        return Statement.allow(sid).service(service).actions("kms:Decrypt", "kms:GenerateDataKey*").resources("*");
    }

    private static String dnsSuffix(Location location) {
        return location.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
