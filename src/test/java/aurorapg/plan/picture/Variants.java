package aurorapg.plan.picture;

import aurorapg.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hundreds of plans: runs of the program with as much as it takes, from which a seeded chance leaves out. */
final class Variants {

    private static final int SEED = 20261125;
    private static final int EACH = 24;
    private static final String STACK = "qstackq";
    private static final String BLOCKS = IntStream.rangeClosed(1, 16)
            .mapToObj("\"198.51.100.%d/32\""::formatted).collect(Collectors.joining(",", "[", "]"));
    private static final String GROUPS = IntStream.rangeClosed(10, 18)
            .mapToObj("\"sg-0123456789abcde%d\""::formatted).collect(Collectors.joining(",", "[", "]"));
    private static final List<Map<String, String>> WORDS = List.of(
            Map.of(STACK, "a", "db.t4g.medium", "db.serverless"),
            Map.of(STACK, "M".repeat(100), "us-east-1", "ap-southeast-2",
                    "example.com", "department.of.".repeat(5) + "org"),
            Map.of(STACK, "A.very_long-name." + "w".repeat(83), "db.t4g.medium", "db.r6gd.16xlarge"),
            Map.of(STACK, "dev", "us-east-1", "us-gov-west-1"));

    private static Map<String, Plan> all;

    private Variants() {}

    /** The four stages' plans, then the variants. */
    static synchronized Map<String, Plan> all() throws Exception {
        if (all == null) {
            var plans = new LinkedHashMap<String, Plan>();
            for (var stage : List.of("dev", "test", "pre-prod", "prod")) {
                plans.put(stage, Stacks.run(stage, stage, Map.of()));
            }
            var random = new Random(SEED);
            for (var nat : List.of("per-az", "single", "none")) {
                var plan = full(nat);
                for (var words : WORDS) {
                    var renamed = Stacks.renamed(plan, words);
                    for (int i = 0; i < EACH; i++) {
                        var name = "%d: nat %s, %s".formatted(plans.size(), nat, i % 4 == 0 ? "all" : i % 4 == 1
                                ? "no bastion" : i % 4 == 2 ? "no database" : "network alone");
                        var base = i % 2 == 1 ? Stacks.withoutBastion(renamed) : renamed;
                        plans.put(name, variant(i % 4 > 1 ? Stacks.withoutDatabase(base) : base, random, plans.size()));
                    }
                }
            }
            all = plans;
        }
        return all;
    }

    /** As much as the program takes. */
    private static Plan full(String nat) throws Exception {
        return Stacks.run("dev", STACK, Map.of(
                "network", "{\"natGateways\":\"%s\",\"cidr\":\"172.31.248.0/21\"}".formatted(nat),
                "bastion", "{\"keyPairName\":\"k\",\"accessCidrs\":%s}".formatted(BLOCKS),
                "database", "{\"instances\":16,\"accessCidrs\":%s,\"accessSecurityGroupIds\":%s}"
                        .formatted(BLOCKS.replace("198.51.100", "10.255.255"), GROUPS),
                "notificationEmail", "[\"a@example.com\",\"b@example.com\",\"c@example.com\",\"d@example.com\"]"));
    }

    private static Plan variant(Plan plan, Random random, int number) {
        int instances = 1 + number % 16;
        int ssh = random.nextInt(17);
        int blocks = random.nextInt(17);
        int groups = random.nextInt(10);
        char mails = (char) ('a' + random.nextInt(4));
        var result = Stacks.without(plan, one -> number(one.name(), "-instance-") > instances
                || number(one.name(), "-from-198.51.100.") > ssh
                || number(one.name(), "-from-10.255.255.") > blocks
                || number(one.name(), "-from-sg-0123456789abcde") > 9 + groups
                || one.name().matches(".*-notifications-[%c-z]@.*".formatted(mails + 1)));
        if (plan.resources().stream().anyMatch(one -> one.type().equals(Registered.CLUSTER))) {
            result = random.nextBoolean() ? Stacks.withoutBootstrap(result) : result;
            result = Stacks.functions(result, random.nextInt(3));
            result = random.nextInt(3) == 0 ? Stacks.proxy(result) : result;
        }
        return random.nextInt(6) == 0 ? Stacks.foreignNetwork(result) : result;
    }

    /** The number that follows in a name; 0 when none does. */
    private static int number(String name, String before) {
        int at = name.indexOf(before);
        var digits = at < 0 ? "" : name.substring(at + before.length()).replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
