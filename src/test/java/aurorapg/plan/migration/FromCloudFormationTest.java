package aurorapg.plan.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromCloudFormationTest {

    @Test
    void three_stacks_among_others_become_a_file_that_needs_nothing_more() throws Exception {
        var draft = Described.orders().draft();
        assertEquals(Described.accepted("orders.yaml", draft.text()), draft.text());
        assertTrue(draft.complete());
        var report = String.join("\n", draft.report()) + "\n";
        assertEquals(Described.accepted("orders.txt", report), report);
    }

    @Test
    void old_environment_says_what_it_lost_and_what_is_missing() throws Exception {
        var draft = Described.file("legacy").draft();
        assertEquals(Described.accepted("legacy.yaml", draft.text()), draft.text());
        assertFalse(draft.complete());
        var report = String.join("\n", draft.report()) + "\n";
        assertEquals(Described.accepted("legacy.txt", report), report);
    }

    @Test
    void order_of_stacks_and_of_calls_makes_no_difference() {
        var stacks = new ArrayList<>(Described.orders().stacks());
        var once = Described.orders().draft();
        Collections.reverse(stacks);
        assertEquals(once.text(), new Described(stacks).draft().text());
        var calls = stacks.stream().map(stack -> new Described(List.of(stack)).json()).toList();
        assertEquals(once.text(), FromCloudFormation.of("aurora-postgres", calls.toString()).text());
        var twice = List.of(Described.orders().json(), Described.orders().json()).toString();
        assertEquals(once.text(), FromCloudFormation.of("aurora-postgres", twice).text());
    }

    @ParameterizedTest
    @CsvSource({"orders-aurora,DBUsername", "orders-aurora,DBSnapshotName", "orders-bastion,KeyPairName",
        "orders-bastion,BastionBanner", "orders-bastion,AltInitScript", "orders-aurora,New",
        "orders-aurora,DBPassword"})
    void secrets_are_named_and_never_copied(String stack, String parameter) {
        for (var secret : new String[] {
            "****", "{{resolve:secretsmanager:zebra}}", "https://x.example/a?Signature=zebra",
            "https://zebra:zebra@x.example/", "s3://x/{{resolve:ssm-secure:zebra:1}}",
            "-----BEGIN RSA PRIVATE KEY-----\nzebra"}) {
            var draft = Described.orders().with(stack, parameter, secret).draft();
            var all = draft.text() + String.join("\n", draft.report());
            assertFalse(all.contains("zebra") || all.contains("****"), all);
            assertTrue(draft.report().stream().anyMatch(line -> line.startsWith(
                    stack + " " + parameter + ": ") && line.endsWith("may hold a secret: not copied")), all);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MasterUserPassword", "ApiToken", "ClientSecret", "SigningKey", "Colour"})
    void value_of_an_unknown_parameter_is_nowhere(String parameter) {
        var draft = Described.orders().with("orders-aurora", parameter, "zebra").draft();
        assertFalse((draft.text() + draft.report()).contains("zebra"));
        var more = parameter.equals("Colour") ? "" : " that may hold a secret: not copied";
        says(draft, "orders-aurora " + parameter + ": is an unknown parameter" + more);
    }

    @Test
    void default_of_the_stage_is_left_out_and_another_stages_is_not() {
        var preProd = Described.orders().with("orders-aurora", "DBEngineVersion", "16.8")
                .with("orders-aurora", "DBInstanceClass", "db.r7g.large")
                .with("orders-bastion", "LogsRetentionInDays", "365");
        assertFalse(preProd.draft().text().contains("instanceClass"));
        assertFalse(preProd.draft().text().contains("logRetentionDays"));
        assertFalse(preProd.draft().text().contains("engineVersion"));
        var dev = preProd.with("orders-aurora", "EnvironmentStage", "dev").draft().text();
        assertTrue(dev.contains("instanceClass: db.r7g.large"), dev);
        assertTrue(dev.contains("logRetentionDays: 365"), dev);
    }

    @Test
    void one_wrong_address_does_not_cost_the_other_and_one_address_stands_once() {
        var wrong = Described.orders().with("orders-aurora", "NotificationList", "nobody").draft();
        assertTrue(wrong.text().contains("notificationEmail:\n    - operations@example.com\n"), wrong.text());
        says(wrong, "orders-aurora NotificationList: not taken over: aurora-postgres:notificationEmail: an element is");
        var same = Described.orders().with("orders-aurora", "NotificationList", "Operations@Example.com").draft();
        assertTrue(same.text().contains("notificationEmail:\n    - Operations@Example.com\n  aurora"), same.text());
    }

    @Test
    void snapshot_brings_its_databases_and_is_said_to_be_old() {
        var draft = Described.orders().with("orders-aurora", "DBSnapshotName", "orders-2021").draft();
        assertTrue(draft.complete(), draft.text());
        assertTrue(draft.text().contains("  restore:\n      snapshot: orders-2021\n"), draft.text());
        assertFalse(draft.text().contains("    name: orders\n"), draft.text());
        says(draft, "orders-aurora DBSnapshotName: taken over as database.restore.snapshot: it is the snapshot that");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "orders-aurora|LambdaBootStrapS3Key|none|bootstrap:\\n      enabled: false",
        "orders-bastion|EnableBanner|false|banner: false",
        "orders-bastion|BastionTenancy|dedicated|tenancy: dedicated",
        "orders-bastion|OSImageOverride|ami-0123456789abcdef0|amiId: ami-0123456789abcdef0",
        "orders-bastion|AltInitScript|s3://scripts/init.sh|bootstrapScript: s3://scripts/init.sh",
        "orders-bastion|EnableX11Forwarding|true|x11Forwarding: true",
        "orders-vpc|ClassB|0|cidr: \"10.0.0.0/16\"",
        "orders-aurora|DBPort|06432|port: 6432"})
    void parameter_becomes_its_key(String stack, String parameter, String value, String expected) {
        var text = Described.orders().with(stack, parameter, value).draft().text();
        assertTrue(text.contains("\n    " + expected.replace("\\n", "\n") + "\n"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "orders-vpc|ClassB|256|aurora-postgres:network.cidr: is \"10.256.0.0/16\"",
        "orders-aurora|DBPort|1149|aurora-postgres:database.port: is 1149 (a whole number from 1150 to 65535)",
        "orders-aurora|DBPort|many|aurora-postgres:database.port: is \"many\"",
        "orders-aurora|Compliance|pci|aurora-postgres:tags.compliance: is \"pci\" (hipaa, sox, fips, other, none)",
        "orders-aurora|Owner|owner@example.com|tags.serviceOwnersEmailContact has its value already",
        "orders-bastion|EnableBanner|yes|aurora-postgres:bastion.banner: is \"yes\" (true or false)",
        "orders-bastion|LogsRetentionInDays|2|aurora-postgres:bastion.logRetentionDays: is 2"})
    void refused_value_is_left_out_with_what_is_allowed(String stack, String parameter, String value, String why) {
        var draft = Described.orders().with(stack, parameter, value).draft();
        says(draft, stack + " " + parameter + ": not taken over: " + why);
        assertFalse(draft.text().replaceAll("#.*", "").contains(": " + value + "\n"), draft.text());
    }

    @Test
    void default_that_does_not_fit_what_was_taken_over_is_to_be_completed() {
        var draft = Described.orders().with("orders-aurora", "DBInstanceClass", "db.r4.large").draft();
        assertFalse(draft.complete());
        var missing =
                "aurora-postgres:database.instanceClass: is \"db.r7g.large\", which Aurora PostgreSQL 13.6 cannot run";
        assertTrue(draft.text().contains("\n# To be completed:\n#   " + missing), draft.text());
        assertTrue(draft.report().get(draft.report().size() - 1).startsWith(missing), draft.report().toString());
    }

    @Test
    void part_of_the_stacks_is_a_part_of_the_file() {
        var database = Described.orders().without("orders-vpc").without("orders-bastion").draft();
        assertFalse(database.complete());
        assertFalse(database.text().contains("aurora-postgres:bastion:"), database.text());
        says(database, "orders-aurora ParentVPCStack: names orders-vpc, which is not in the file");
        says(database, "aurora-postgres:network: is missing (required: an object)");
        var network = Described.orders().without("orders-aurora").without("orders-bastion").draft();
        assertTrue(network.text().contains("cidr: \"10.33.0.0/16\""), network.text());
        says(network, "aurora-postgres:stage: is missing");
    }

    @ParameterizedTest
    @CsvSource({"orders-vpc,eu-west-1:123456789012,eu-west-1:210987654321", "orders-vpc,eu-west-1,us-east-1",
        "orders-vpc,orders-vpc,another-vpc"})
    void stack_that_only_looks_like_the_parent_is_left_alone(String stack, String from, String to) {
        var draft = Described.orders().again(stack, from, to).with(stack, "ClassB", "77").without(stack).draft();
        assertFalse(draft.text().contains("10."), draft.text());
        assertTrue(String.join("\n", draft.report()).contains(
                "left alone: a VPC stack that orders-aurora does not name"), draft.report().toString());
    }

    @Test
    void zones_that_the_outputs_do_not_tell_are_left_to_the_region() {
        var described = Described.orders();
        described.stack("orders-vpc").add("Outputs", JsonParser.parseString(
                "[{\"OutputKey\": \"TemplateID\", \"OutputValue\": \"VPC-3AZs\"}]"));
        var draft = described.draft();
        assertTrue(draft.complete() && !draft.text().contains("availabilityZones"), draft.text());
        says(draft, "orders-vpc AZA to AZC: not taken over: aurora-postgres:network.availabilityZones: is []");
    }

    @Test
    void region_that_no_id_tells_is_missing() {
        var described = Described.orders();
        described.stacks().forEach(stack -> stack.remove("StackId"));
        var draft = described.draft();
        assertFalse(draft.complete());
        assertTrue(draft.text().contains("#   aws:region: is missing"), draft.text());
    }

    @Test
    void parameter_of_systems_manager_gives_what_it_resolved_to() {
        var described = Described.orders().with("orders-bastion", "OSImageOverride", "/aws/service/ami/latest");
        var parameters = described.stack("orders-bastion").getAsJsonArray("Parameters");
        parameters.get(parameters.size() - 1).getAsJsonObject().addProperty("ResolvedValue", "ami-0123456789abcdef0");
        assertTrue(described.draft().text().contains("amiId: ami-0123456789abcdef0"), described.draft().text());
    }

    @Test
    void names_of_stacks_and_parameters_cannot_write_lines_of_their_own() {
        var name = "x\nconfig: {}\u2028y\u001b[2J";
        var described = Described.orders().with("orders-aurora", "a\nb\u0085c", "1");
        described.stack("orders-aurora").addProperty("StackName", name);
        var draft = described.draft();
        assertEquals(1, draft.text().lines().filter(line -> line.startsWith("config:")).count(), draft.text());
        var all = draft.text() + String.join("", draft.report());
        assertFalse(all.matches("(?s).*[\u0085\u2028\u001b].*"), all);
        assertTrue(draft.report().stream().noneMatch(line -> line.contains("\n")), draft.report().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "nonsense", "[]x", "{\"Stacks\": 3}", "{}", "[3]", "{\"Stacks\": [[]]}",
        "{\"Stacks\": [null]}", "{\"Stacks\": [{\"StackName\": \"x\", \"Parameters\": [null]}]}",
        "Stacks:\n- StackName: x\n"})
    void what_is_no_answer_of_describe_stacks_is_refused(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> FromCloudFormation.of("aurora-postgres", text));
        assertEquals("is not what `aws cloudformation describe-stacks --output json` prints", e.getMessage());
    }

    @Test
    void file_without_our_stacks_or_with_two_databases_is_refused() {
        var foreign = Described.orders().without("orders-vpc").without("orders-bastion").without("orders-aurora");
        assertEquals("holds none of the three stacks: VPC, bastion or Aurora",
                assertThrows(IllegalArgumentException.class, foreign::draft).getMessage());
        var two = Described.orders().again("orders-aurora", "orders-aurora", "billing-aurora");
        assertEquals("holds 2 Aurora stacks (orders-aurora, billing-aurora): give one at a time",
                assertThrows(IllegalArgumentException.class, two::draft).getMessage());
    }

    private static void says(FromCloudFormation.StackFileDraft draft, String start) {
        assertTrue(draft.report().stream().anyMatch(line -> line.startsWith(start)), draft.report().toString());
    }
}
