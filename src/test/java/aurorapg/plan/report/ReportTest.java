package aurorapg.plan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.Plan;
import aurorapg.plan.analysis.Access;
import aurorapg.plan.compare.Comparison;
import aurorapg.plan.engine.Registration;
import aurorapg.settings.Setting;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String KEY = "aws:kms/key:Key";
    private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
    private static final String DOOR = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    @Test
    void what_keeps_data_is_said_and_nothing_too() {
        var text = text(plan(
                resource(CLUSTER, "kept", "{'deletionProtection':true,'backupRetentionPeriod':35,'storageEncrypted':true}"),
                resource(CLUSTER, "lost", "{'deletionProtection':false,'skipFinalSnapshot':true,"
                        + "'finalSnapshotIdentifier':'x'}")));

        assertTrue(text.contains("AWS refuses to delete it; backups of 35 days; encrypted"), text);
        assertTrue(text.matches("(?s).*lost +the databases and the backups +nothing\n.*"), text);
    }

    @Test
    void every_door_is_listed_with_source_and_port() {
        var text = text(plan(resource(DOOR, "in", "{'securityGroupId':'<group>','ipProtocol':'tcp','fromPort':22,"
                + "'toPort':22,'cidrIpv4':'192.0.2.0/24','description':'SSH'}")));

        assertTrue(text.matches("(?s).*Doors\n[^\n]+\n<group> +192.0.2.0/24 +tcp 22 +SSH\n.*"), text);
        assertTrue(text.contains("rules that let traffic in: 1."), text);
    }

    @Test
    void everybody_who_may_use_a_key_or_read_the_secret_is_listed_and_nobody_else() {
        var who = Access.of(List.of(
                resource(KEY, "key", "{'policy':'" + policy("Principal': {'Service': 'logs.amazonaws.com'}, 'Action",
                        "kms:Decrypt") + "'}"),
                resource(ROLE_POLICY, "reads", "{'policy':'" + policy("Action", "secretsmanager:GetSecretValue") + "'}"),
                resource(ROLE_POLICY, "writes", "{'policy':'" + policy("Action", "logs:PutLogEvents") + "'}"),
                resource(CLUSTER, "one", "{'manageMasterUserPassword':true,'masterUserSecretKmsKeyId':'<key>'}")));

        assertEquals(List.of(
                new Access("whoever IAM policies of the account admit", "secretsmanager:GetSecretValue",
                        "master secret of one", "kms:Decrypt with <key>"),
                new Access("logs.amazonaws.com", "kms:Decrypt", "key", ""),
                new Access("roles with reads", "secretsmanager:GetSecretValue", "", "")), who);
    }

    @Test
    void dangers_come_first_then_changes_property_by_property() {
        var before = plan(resource(CLUSTER, "one", "{'port':5432,'databaseName':'a'}"));
        var after = plan(resource(CLUSTER, "one", "{'port':5433,'databaseName':'b'}"));
        var text = TextReport.of(after, Optional.of(Comparison.of(before, after)), false);

        assertTrue(text.contains("Against the earlier plan: 1 replaced; 1 danger."), text);
        assertTrue(text.indexOf("Lost: the databases") < text.indexOf("5432 -> 5433"), text);
        assertTrue(text.indexOf("5432 -> 5433") < text.indexOf("Outputs") || !text.contains("Outputs"), text);
        assertTrue(text.contains("a -> b (forces the replacement)"), text);
        assertTrue(text.contains("±  one rds/Cluster"), text);
    }

    @Test
    void no_line_is_wider_than_a_terminal_and_nothing_is_cut() {
        var text = text(plan(resource(CLUSTER, "one", "{'engineVersion':'" + "ä".repeat(110) + "'}")));

        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        assertEquals(110, text.chars().filter(one -> one == 'ä').count());
    }

    @Test
    void colours_are_for_terminals_and_change_nothing_else() {
        var plan = plan(resource(CLUSTER, "one", "{}"));

        assertFalse(text(plan).contains("\u001b"));
        var coloured = TextReport.of(plan, Optional.empty(), true);
        assertTrue(coloured.contains("\u001b[1m"));
        assertEquals(text(plan), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void what_comes_from_outside_cannot_colour_a_terminal_nor_end_a_fence() {
        var plan = plan(resource(CLUSTER, "one", "{'databaseName':'a\\u001b[31mb','engineVersion':'```'}"));

        assertFalse(text(plan).contains("\u001b"));
        var markdown = MarkdownReport.of(plan, Optional.empty());
        assertFalse(markdown.contains("\u001b"));
        assertEquals(2, Stream.of(markdown.split("\n")).filter(line -> line.startsWith("```")).count(), markdown);
        assertFalse(markdown.contains("engineVersion=```"), markdown);
    }

    @Test
    void markup_in_values_stays_text_in_a_comment() {
        var settings = List.of(new Setting("bastion.bannerText", "<b>|`x`|@all [a](http://b) **c** &amp;", "stack file"));
        var plan = new Plan(1, "test", "test", "eu-west-1", settings, List.of(), List.of(), List.of(), new JsonObject());

        assertTrue(MarkdownReport.of(plan, Optional.empty()).contains(
                "&lt;b&gt;\\|\\`x\\`\\|&#64;&#8288;all \\[a\\](http:&#47;&#47;b) \\*\\*c\\*\\* &amp;amp;"),
                MarkdownReport.of(plan, Optional.empty()));
    }

    @Test
    void a_comment_never_exceeds_what_a_pull_request_takes_and_says_what_is_cut() {
        var many = IntStream.range(0, 3000).mapToObj(at -> resource(CLUSTER, "one-" + at, "{'port':5432}"))
                .toArray(Registration[]::new);
        var other = IntStream.range(0, 3000).mapToObj(at -> resource(CLUSTER, "one-" + at, "{'port':5433}"))
                .toArray(Registration[]::new);
        var before = plan(many);
        var after = plan(other);

        var alone = MarkdownReport.of(after, Optional.empty());
        var compared = MarkdownReport.of(after, Optional.of(Comparison.of(before, after)));

        for (var markdown : List.of(alone, compared)) {
            assertTrue(markdown.length() < 60_000, "" + markdown.length());
            assertTrue(markdown.matches("(?s).*\n[0-9]+ of 3000 are not shown here.*"), markdown.substring(0, 500));
            assertEquals(count(markdown, "<details>"), count(markdown, "</details>"));
        }
    }

    private static int count(String text, String wanted) {
        return text.split(wanted, -1).length - 1;
    }

    private static String text(Plan plan) {
        return TextReport.of(plan, Optional.empty(), false);
    }

    private static String policy(String member, String action) {
        return "{'Statement': [{'Effect': 'Allow', '%s': '%s'}]}".formatted(member, action).replace("'", "\\\"");
    }

    private static Plan plan(Registration... resources) {
        return new Plan(1, "test", "test", "eu-west-1", List.of(),
                Arrays.stream(resources).collect(Collectors.toList()), List.of(), List.of(), new JsonObject());
    }

    /** A resource; apostrophes stand for quotes. */
    private static Registration resource(String type, String name, String inputs) {
        return new Registration("urn:" + name, type, name, "", true,
                JsonParser.parseString(inputs.replace('\'', '"')).getAsJsonObject(), List.of(), false, false, List.of());
    }
}
