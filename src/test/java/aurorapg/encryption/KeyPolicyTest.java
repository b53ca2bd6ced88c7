package aurorapg.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aurorapg.location.Location;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyPolicyTest {

    private static final Location IRELAND =
            new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", List.of());

    @Test
    void log_groups_alarms_and_events_use_the_key_and_no_other_service_does() {
        var principals = new TreeMap<String, String>();
        statements(IRELAND).forEach((sid, statement) ->
                principals.put(sid, statement.getAsJsonObject("Principal").toString()));
        assertEquals(
                "{AccountAdministersByIam={\"AWS\":\"arn:aws:iam::123456789012:root\"}, "
                        + "AlarmsPublishToTheEncryptedTopic={\"Service\":\"cloudwatch.amazonaws.com\"}, "
                        + "EventsPublishToTheEncryptedTopic={\"Service\":\"events.rds.amazonaws.com\"}, "
                        + "LogGroupsOfTheAccount={\"Service\":\"logs.eu-west-1.amazonaws.com\"}}",
                principals.toString());
    }

    @Test
    void other_accounts_logs_do_not_use_the_key() {
        assertEquals(
                "{\"ArnLike\":{\"kms:EncryptionContext:aws:logs:arn\":\"arn:aws:logs:eu-west-1:123456789012:log-group:*\"}}",
                statements(IRELAND).get("LogGroupsOfTheAccount").get("Condition").toString());
    }

    @Test
    void nobody_is_an_open_principal() {
        assertFalse(KeyPolicy.of(IRELAND).json().contains("\"Principal\":\"*\""));
        assertFalse(KeyPolicy.of(IRELAND).json().contains("\"AWS\":\"*\""));
    }

    @Test
    void china_has_its_own_service_names() {
        var china = new Location("aws-cn", "cn-north-1", "123456789012", "cn.com.amazonaws", List.of());
        assertEquals(
                "{\"Service\":\"logs.cn-north-1.amazonaws.com.cn\"}",
                statements(china).get("LogGroupsOfTheAccount").get("Principal").toString());
    }

    private static TreeMap<String, JsonObject> statements(Location location) {
        var bySid = new TreeMap<String, JsonObject>();
        JsonParser.parseString(KeyPolicy.of(location).json()).getAsJsonObject().getAsJsonArray("Statement")
                .forEach(s -> bySid.put(s.getAsJsonObject().get("Sid").getAsString(), s.getAsJsonObject()));
        return bySid;
    }
}
