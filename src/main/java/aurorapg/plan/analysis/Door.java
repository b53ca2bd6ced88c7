package aurorapg.plan.analysis;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule of a security group or of a network ACL lets in.
 *
 * @param target the group or the list that it belongs to
 * @param protocol its name; -1 for all
 * @param from first port, or the ICMP type
 * @param to last port, or the ICMP type
 * @param source a block, or the identifier of a group or of a prefix list
 */
public record Door(String target, String protocol, int from, int to, String source) {

    private static final String GROUP_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";
    private static final int LAST_PORT = 65535;
    private static final Map<String, String> NAMES =
            Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");

    /** What a resource lets in; empty when it is no rule or lets nothing in. */
    public static Optional<Door> of(Registration rule) {
        var inputs = rule.inputs();
        if (rule.type().equals(GROUP_RULE)) {
            return of(inputs, "securityGroupId", "ipProtocol", "fromPort", "toPort",
                    List.of("cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId"));
        }
        if (rule.type().equals(ACL_RULE) && !Excerpt.text(inputs.get("egress")).equals("true")
                && Excerpt.text(inputs.get("ruleAction")).equalsIgnoreCase("allow")) {
            boolean icmp = protocol(inputs, "protocol").startsWith("icmp");
            return of(inputs, "networkAclId", "protocol",
                    icmp ? "icmpType" : "fromPort", icmp ? "icmpType" : "toPort",
                    List.of("cidrBlock", "ipv6CidrBlock"));
        }
        return Optional.empty();
    }

    private static Optional<Door> of(
            JsonObject inputs, String target, String protocol, String from, String to, List<String> sources) {
        var name = protocol(inputs, protocol);
        int first = number(inputs.get(from), -1);
        // Without ports, and for ICMP with type -1, a rule lets everything of its protocol in.
        boolean all = name.equals("-1") || first == -1;
        int last = name.startsWith("icmp") ? first : number(inputs.get(to), LAST_PORT);
        return sources.stream().map(inputs::get).flatMap(Stream::ofNullable).map(Excerpt::text).findFirst()
                .map(source -> new Door(Excerpt.text(inputs.get(target)), name,
                        all ? 0 : first, all ? LAST_PORT : last, source));
    }

    private static String protocol(JsonObject inputs, String input) {
        var written = Excerpt.text(inputs.get(input)).toLowerCase(java.util.Locale.ROOT);
        return NAMES.getOrDefault(written, written);
    }

    private static int number(JsonElement value, int absent) {
        return value instanceof JsonPrimitive primitive ? (int) primitive.getAsDouble() : absent;
    }

    /** Whether another door of the same target lets nothing more in. */
    public boolean covers(Door other) {
        return target.equals(other.target)
                && (protocol.equals("-1") || protocol.equals(other.protocol))
                && from <= other.from && other.to <= to
                && (source.equals(other.source) || Block.contains(source, other.source));
    }

    /** Protocol and ports, such as {@code tcp 5432}. */
    public String ports() {
        var ports = from == to ? "" + from : from == 0 && to == LAST_PORT ? "everything" : from + "-" + to;
        return protocol.equals("-1") ? "all protocols" : protocol + " " + ports;
    }
}
