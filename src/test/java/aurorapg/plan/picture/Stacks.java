package aurorapg.plan.picture;

import aurorapg.plan.Plan;
import aurorapg.plan.ResourceType;
import aurorapg.plan.engine.ProgramRun;
import aurorapg.plan.engine.Region;
import aurorapg.plan.engine.Registration;
import aurorapg.settings.ConfigurationReader;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.Yaml;

/** Plans of the program itself, and of what it may register one day. */
final class Stacks {

    private static final String PROJECT = "aurora-postgres";
    private static final String RULE = "aws:vpc/securityGroup%sRule:SecurityGroup%1$sRule";

    private Stacks() {}

    /** The program's plan for the stack file of a stage; values over its sections, "none" leaves one out. */
    static Plan run(String stage, String stack, Map<String, String> over) throws Exception {
        var values = new TreeMap<String, String>();
        Map<String, Map<String, Object>> file = new Yaml().load(Files.readString(Path.of("Pulumi." + stage + ".yaml")));
        file.get("config").forEach((key, value) -> values.put(key,
                value instanceof Map ? new Gson().toJson(value) : String.valueOf(value)));
        over.forEach((key, value) -> {
            if (value.equals("none")) {
                values.remove(PROJECT + ":" + key);
            } else if (value.startsWith("{")) {
                var merged = JsonParser.parseString(values.get(PROJECT + ":" + key)).getAsJsonObject();
                JsonParser.parseString(value).getAsJsonObject().entrySet()
                        .forEach(one -> merged.add(one.getKey(), one.getValue()));
                values.put(PROJECT + ":" + key, merged.toString());
            } else {
                values.put(PROJECT + ":" + key, value);
            }
        });
        var region = values.get("aws:region");
        var settings = ConfigurationReader.read(PROJECT, values);
        var run = ProgramRun.of(
                PROJECT, stack, settings, Region.of(region, List.of()), ResourceType.allAnswers(), new JsonObject(), Path.of(""));
        return new Plan(
                1, stack, settings.stage().label(), region, List.of(), run.resources(), List.of(), List.of(), run.outputs());
    }

    static Plan with(Plan plan, List<Registration> resources) {
        return new Plan(
                1, plan.stack(), plan.stage(), plan.region(), List.of(), resources, List.of(), List.of(), new JsonObject());
    }

    static Plan without(Plan plan, Predicate<Registration> gone) {
        return with(plan, plan.resources().stream().filter(gone.negate()).toList());
    }

    /** The same plan with other words in it. */
    static Plan renamed(Plan plan, Map<String, String> words) {
        var json = new Gson().toJson(plan);
        for (var word : words.entrySet()) {
            json = json.replace(word.getKey(), word.getValue());
        }
        return Plan.parse(json);
    }

    /** The plan without what the network component registers: its network belongs to another stack. */
    static Plan foreignNetwork(Plan plan) {
        return without(plan, "network");
    }

    /** The plan that the program makes when the configuration has no bastion. */
    static Plan withoutBastion(Plan plan) {
        var rules = Set.of(plan.stack() + "-bastion-to-cluster", plan.stack() + "-cluster-from-bastion");
        return tidy(without(without(plan, "bastion"), one -> rules.contains(one.name())));
    }

    /** The plan that the program makes when the configuration has no database. */
    static Plan withoutDatabase(Plan plan) {
        return tidy(withoutBootstrap(without(plan, "database")));
    }

    /** The plan that the program makes when the configuration wants no bootstrap function. */
    static Plan withoutBootstrap(Plan plan) {
        return without(plan, "bootstrap");
    }

    /** Only a bastion and a database have something to notify of. */
    private static Plan tidy(Plan plan) {
        boolean any = plan.resources().stream().map(Registration::type)
                .anyMatch(type -> type.equals(Registered.GROUP) || type.equals(Registered.CLUSTER));
        return any ? plan : without(plan, "notifications");
    }

    private static Plan without(Plan plan, String component) {
        return without(plan, one -> one.parent().endsWith("::" + plan.stack() + "-" + component));
    }

    /** The plan with functions that prepare the database. */
    static Plan functions(Plan plan, int count) {
        var all = new ArrayList<>(plan.resources());
        IntStream.rangeClosed(1, count).forEach(i -> {
            var name = plan.stack() + "-bootstrap-" + i;
            all.add(resource("aws:lambda/function:Function", name,
                    "{'name':'%s','timeout':300,'vpcConfig':{'securityGroupIds':['<%1$s-access>']}}".formatted(name)));
            reach(all, name, plan.stack() + "-cluster", 5432, false);
            reach(all, name, plan.stack() + "-secrets-endpoint", 443, true);
        });
        return with(plan, all);
    }

    /** The plan with a proxy before the cluster, which the bastion and the first function may use too. */
    static Plan proxy(Plan plan) {
        var all = new ArrayList<>(plan.resources());
        var name = plan.stack() + "-proxy";
        all.add(resource("aws:rds/proxy:Proxy", name,
                "{'name':'%s','vpcSecurityGroupIds':['<%1$s-access>']}".formatted(name)));
        reach(all, name, plan.stack() + "-cluster", 5432, false);
        reach(all, plan.stack() + "-bastion", name, 5432, false);
        reach(all, plan.stack() + "-bootstrap-1", name, 5432, false);
        return with(plan, all);
    }

    /** Rules for the way from one's group to the other's; one end only where the other is open to the network. */
    private static void reach(List<Registration> all, String from, String to, int port, boolean open) {
        var rule = "{'ipProtocol':'tcp','fromPort':%d,'toPort':%1$d,'securityGroupId':'<%s-access>',"
                + "'referencedSecurityGroupId':'<%s-access>'}";
        all.add(resource(RULE.formatted("Egress"), from + "-to-" + to, rule.formatted(port, from, to)));
        if (!open) {
            all.add(resource(RULE.formatted("Ingress"), to + "-from-" + from, rule.formatted(port, to, from)));
        }
    }

    /** A resource that is made of no other; apostrophes stand for quotes. */
    static Registration resource(String type, String name, String inputs) {
        return new Registration("urn:pulumi:test::pg::" + type + "::" + name, type, name, "", true,
                JsonParser.parseString(inputs.replace('\'', '"')).getAsJsonObject(),
                List.of(), false, false, List.of());
    }
}
