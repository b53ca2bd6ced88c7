package aurorapg.plan.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS would decide, made up: identifiers of AWS' form, always the same for the same resource, and remembered so
 * that a plan can say whose they are.
 */
final class Answers {

    private static final String ACCOUNT = "123456789012";
    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9]+)}");
    /** Identifiers end in 17 hexadecimal digits, random ones are 8, addresses are of the block for benchmarks (RFC 2544). */
    private static final Pattern MADE_UP = Pattern.compile(
            "(?:\\b(?:%s)-)?(?<![0-9a-f])(00000000-0000-4000-8000-[0-9a-f]{12}|[0-9a-f]{17}|[0-9a-f]{8}|%s)(?![0-9a-f])|\\b198\\.1[89]\\.[0-9]+\\.[0-9]+\\b"
                    .formatted(
                            "vpc|subnet|igw|eipalloc|nat|rtb|acl|vpce|sgr|sg|fl|lt|rtbassoc|nacl", ACCOUNT));

    private final Region region;
    private final JsonObject byType;
    private final Map<String, String> whose = new TreeMap<>();
    private int subnets;

    /**
     * @param region where the stack is
     * @param byType templates of the computed properties by type token and property; {@code id} is the resource's id
     */
    Answers(Region region, JsonObject byType) {
        this.region = region;
        this.byType = byType;
        whose.put(ACCOUNT, "<account>");
    }

    /** The computed properties of a resource, its id among them. */
    JsonObject of(String type, String name, String urn, JsonObject inputs) {
        var hex = hex(urn);
        var uuid = "00000000-0000-4000-8000-" + hex.substring(5);
        var ip = "198.%d.%d.%d".formatted(
                18 + Integer.parseInt(hex.substring(1, 2), 16) % 2, Integer.parseInt(hex.substring(2, 4), 16),
                Integer.parseInt(hex.substring(4, 6), 16));
        var own = new TreeMap<>(Map.of("hex", hex, "hex8", hex.substring(0, 8), "uuid", uuid, "ip", ip));
        synchronized (whose) {
            own.values().forEach(madeUp -> whose.put(madeUp, "<" + name + ">"));
        }
        var prefix = inputs.has("namePrefix") ? inputs.get("namePrefix").getAsString() : name + "-";
        own.put("name", inputs.has("name") ? inputs.get("name").getAsString() : prefix + hex.substring(0, 8));
        inputs.entrySet().stream().filter(entry -> entry.getValue().isJsonPrimitive())
                .forEach(entry -> own.putIfAbsent(entry.getKey(), entry.getValue().getAsString()));
        own.putAll(Map.of(
                "partition", region.partition(), "region", region.name(), "account", ACCOUNT,
                "suffix", region.dnsSuffix()));
        var templates = byType.getAsJsonObject(type);
        if (templates == null) {
            throw new IllegalStateException("the plan knows no type " + type + ": describe it in types.json");
        }
        return filled(templates, own).getAsJsonObject();
    }

    /** What AWS answers to a question about itself, or null when a plan cannot know. */
    JsonObject of(String function, JsonObject args) {
        var answer = args.deepCopy();
        answer.addProperty("id", "answer");
        switch (function) {
            case "aws:index/getPartition:getPartition" -> {
                answer.addProperty("partition", region.partition());
                answer.addProperty("dnsSuffix", region.dnsSuffix());
                answer.addProperty("reverseDnsPrefix", region.reverseDnsPrefix());
            }
            case "aws:index/getRegion:getRegion" -> {
                answer.addProperty("name", region.name());
                answer.addProperty("description", region.name());
                answer.addProperty("endpoint", "ec2." + region.name() + "." + region.dnsSuffix());
            }
            case "aws:index/getCallerIdentity:getCallerIdentity" -> {
                answer.addProperty("accountId", ACCOUNT);
                answer.addProperty("arn", "arn:" + region.partition() + ":iam::" + ACCOUNT + ":root");
                answer.addProperty("userId", ACCOUNT);
            }
            case "aws:index/getAvailabilityZones:getAvailabilityZones" -> {
                var names = new JsonArray();
                region.zones().forEach(names::add);
                answer.add("names", names);
                answer.add("zoneIds", names.deepCopy());
                answer.add("groupNames", new JsonArray());
            }
            // An existing network is taken to fit: whether it does, AWS alone can say.
            case "aws:ec2/getVpc:getVpc" -> {
                answer.addProperty("id", text(args, "id"));
                answer.addProperty("cidrBlock", "<block of %s>".formatted(text(args, "id")));
                answer.addProperty("enableDnsSupport", true);
                answer.addProperty("enableDnsHostnames", true);
            }
            case "aws:ec2/getSubnet:getSubnet" -> {
                answer.addProperty("id", text(args, "id"));
                answer.addProperty("availabilityZone", region.zones().get(subnets++ % region.zones().size()));
            }
            case "aws:ec2/getRouteTable:getRouteTable" -> answer.add("routes", new JsonArray());
            case "aws:ec2/getVpcEndpoint:getVpcEndpoint" -> answer.addProperty("state", "available");
            default -> {
                return null;
            }
        }
        return answer;
    }

    private static String text(JsonObject args, String name) {
        return args.get(name).getAsString();
    }

    /** The text with made-up identifiers replaced by whose they are. */
    String named(String text) {
        return MADE_UP.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                whose.getOrDefault(match.group(1) == null ? match.group() : match.group(1), match.group())));
    }

    private static JsonElement filled(JsonElement template, Map<String, String> own) {
        if (template.isJsonObject()) {
            var object = new JsonObject();
            template.getAsJsonObject().entrySet().forEach(
                    entry -> object.add(entry.getKey(), filled(entry.getValue(), own)));
            return object;
        }
        if (template.isJsonArray()) {
            var array = new JsonArray();
            template.getAsJsonArray().forEach(item -> array.add(filled(item, own)));
            return array;
        }
        return template.getAsJsonPrimitive().isString()
                ? new JsonPrimitive(HOLE.matcher(template.getAsString()).replaceAll(hole ->
                        Matcher.quoteReplacement(own.getOrDefault(hole.group(1), ""))))
                : template;
    }

    private static String hex(String urn) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(urn.getBytes(StandardCharsets.UTF_8));
            return "0" + HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
