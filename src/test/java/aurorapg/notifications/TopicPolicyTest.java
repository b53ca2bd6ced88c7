package aurorapg.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.location.Location;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicPolicyTest {

    @Test
    void only_this_accounts_alarms_and_event_subscriptions_publish() {
        var location = new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", List.of());
        var statements = JsonParser.parseString(TopicPolicy.of(location, "arn:topic").json())
                .getAsJsonObject().getAsJsonArray("Statement");
        assertEquals(2, statements.size());
        assertEquals(
                JsonParser.parseString(
                        """
                        {"Sid": "AlarmsOfTheAccount", "Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"},
                         "Action": ["sns:Publish"], "Resource": ["arn:topic"],
                         "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"},
                                       "ArnLike": {"aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"}}}
                        """),
                statements.get(0));
        assertEquals(
                "arn:aws:rds:eu-west-1:123456789012:es:*",
                statements.get(1).getAsJsonObject().getAsJsonObject("Condition").getAsJsonObject("ArnLike")
                        .get("aws:SourceArn").getAsString());
    }
}
