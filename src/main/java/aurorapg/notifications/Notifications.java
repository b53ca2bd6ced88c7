package aurorapg.notifications;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** The encrypted topic of alarms and events, with one e-mail subscription for each address. */
public final class Notifications extends ComponentResource {

    private final com.pulumi.aws.sns.TopicPolicy policy;

    /**
     * What the component takes.
     *
     * @param emails addresses to subscribe; each has to confirm AWS' first mail
     * @param kmsKeyArn key whose policy lets CloudWatch and RDS use it; AWS' own SNS key cannot serve CloudWatch
     */
    public record NotificationsArgs(
            Naming naming, Tags tags, Location location, List<String> emails, Output<String> kmsKeyArn) {}

    public Notifications(String name, NotificationsArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:notifications:Notifications", name, options);
        var child = CustomResourceOptions.builder().parent(this).build();
        var topicName = args.naming().logical("notifications-topic");
        var topic = new Topic(
                topicName,
                TopicArgs.builder()
                        .namePrefix(args.naming().prefix("notifications"))
                        .kmsMasterKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(topicName))
                        .build(),
                child);
        policy = new com.pulumi.aws.sns.TopicPolicy(
                args.naming().logical("notifications-policy"),
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(topic.arn().applyValue(arn -> TopicPolicy.of(args.location(), arn).json()))
                        .build(),
                child);
        // Named after the address, not its place in the list: taking one out must not unsubscribe the others.
        for (var email : args.emails()) {
            new TopicSubscription(
                    args.naming().logical("notifications-" + email),
                    TopicSubscriptionArgs.builder().topic(topic.arn()).protocol("email").endpoint(email).build(),
                    child);
        }
        registerOutputs(Map.of("topicArn", topicArn()));
    }

    /** The topic's ARN, known once its policy lets alarms and events publish. */
    public Output<String> topicArn() {
        return policy.arn();
    }
}
