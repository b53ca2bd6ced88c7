package aurorapg.bastion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.location.Location;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BastionPlanTest {

    private static final Location IRELAND = new Location("aws", "eu-west-1", "123456789012", "com.amazonaws", List.of());

    @Test
    void image_follows_the_types_architecture() {
        Map.of(
                "t3.micro", "x86_64", "t4g.micro", "arm64", "m7gd.large", "arm64", "im4gn.large", "arm64",
                "g5g.xlarge", "arm64", "g5.xlarge", "x86_64", "g4dn.xlarge", "x86_64", "a1.large", "arm64",
                "c6i.large", "x86_64")
                .forEach((type, architecture) -> assertEquals(architecture, Architecture.of(type), type));
        assertEquals(
                "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
                Architecture.newestImage("t4g.micro"));
    }

    @Test
    void host_takes_its_own_address_and_no_other() {
        var policies = policies(List.of());
        assertEquals(
                "[\"arn:aws:ec2:eu-west-1:123456789012:elastic-ip/eipalloc-1\"]",
                policies.get("TakeTheAddress").get("Resource").toString());
        assertEquals(
                "{\"StringEquals\":{\"ec2:ResourceTag/Name\":\"dev-bastion\"}}",
                policies.get("GiveItToABastionAlone").get("Condition").toString());
    }

    @Test
    void host_writes_its_log_answers_its_hook_and_may_nothing_on_everything_but_session_manager() {
        var policies = policies(List.of());
        assertEquals("[\"arn:log\",\"arn:log:*\"]", policies.get("WriteLog").get("Resource").toString());
        assertFalse(policies.get("WriteLog").get("Action").toString().contains("Delete"));
        assertEquals(
                "[\"arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:*:autoScalingGroupName/dev-bastion-1\"]",
                policies.get("ReportSetUp").get("Resource").toString());
        policies.forEach((sid, statement) -> assertTrue(
                sid.equals("SessionManager") || !statement.get("Resource").toString().contains("\"*\""), sid));
        assertFalse(policies.containsKey("ReadTheTeamsFiles"));
    }

    @Test
    void files_in_s3_are_readable_one_by_one() {
        assertEquals(
                "[\"arn:aws:s3:::files/a/banner.txt\",\"arn:aws:s3:::files/team.sh\"]",
                policies(List.of("s3://files/a/banner.txt", "s3://files/team.sh")).get("ReadTheTeamsFiles").get("Resource").toString());
    }

    @Test
    void commands_name_the_region_the_group_and_the_ports() {
        assertEquals(
                "aws ssm start-session --region eu-west-1 --target \"$(aws ec2 describe-instances --region eu-west-1"
                        + " --filters Name=tag:aws:autoscaling:groupName,Values=g Name=instance-state-name,Values=running"
                        + " --query 'Reservations[0].Instances[0].InstanceId' --output text)\""
                        + " --document-name AWS-StartPortForwardingSessionToRemoteHost"
                        + " --parameters host=w.example,portNumber=5432,localPortNumber=5432",
                BastionCommands.portForward("eu-west-1", "g", "w.example", 5432));
        assertEquals("ssh -i team.pem ec2-user@198.51.100.7", BastionCommands.ssh("team", "198.51.100.7"));
        assertTrue(BastionCommands.sshThroughSession("eu-west-1", "team", "g").contains("--target %h --document-name AWS-StartSSHSession"));
    }

    @Test
    void failures_are_not_counted_as_commands() {
        var counts = new TreeMap<String, String>();
        BastionLog.COUNTS.forEach(count -> counts.put(count.metric(), count.pattern()));
        assertEquals(List.of("BastionLoginFailureCount", "SSHCommandCount", "SSHLoginCount"), List.copyOf(counts.keySet()));
        assertEquals(3, counts.values().stream().distinct().count());
        assertEquals("\"bastion-command\"", counts.get("SSHCommandCount"));
    }

    private static Map<String, JsonObject> policies(List<String> s3Objects) {
        var bySid = new TreeMap<String, JsonObject>();
        JsonParser.parseString(BastionPolicies.of(IRELAND, "eipalloc-1", "dev-bastion", "arn:log", "dev-bastion-1", s3Objects).json())
                .getAsJsonObject().getAsJsonArray("Statement")
                .forEach(s -> bySid.put(s.getAsJsonObject().get("Sid").getAsString(), s.getAsJsonObject()));
        return bySid;
    }
}
