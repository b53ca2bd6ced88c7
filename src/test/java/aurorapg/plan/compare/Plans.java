package aurorapg.plan.compare;

import aurorapg.plan.Plan;
import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;

/** Small plans, written by hand. */
final class Plans {

    static final String CLUSTER = "aws:rds/cluster:Cluster";
    static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    static final String KEY = "aws:kms/key:Key";
    static final String LOG = "aws:cloudwatch/logGroup:LogGroup";
    static final String DOOR = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    static final String ACL = "aws:ec2/networkAclRule:NetworkAclRule";
    static final String SUBNET = "aws:ec2/subnet:Subnet";
    static final String ROLE = "aws:iam/role:Role";
    static final String ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
    static final String PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

    private Plans() {}

    static Plan plan(Registration... resources) {
        return new Plan(1, "test", "test", "eu-west-1", List.of(), List.of(resources), List.of(), List.of(), new JsonObject());
    }

    static Plan outputs(String json) {
        return new Plan(1, "test", "test", "eu-west-1", List.of(), List.of(), List.of(), List.of(), object(json));
    }

    /** A resource; apostrophes stand for quotes. */
    static Registration resource(String type, String name, String inputs, String... ignored) {
        return new Registration("urn:pulumi:test::pg::" + type + "::" + name, type, name, "", true, object(inputs),
                List.of(), false, false, List.of(ignored));
    }

    static Registration guarded(Registration one, boolean protect, boolean retain) {
        return new Registration(one.urn(), one.type(), one.name(), one.parent(), one.custom(), one.inputs(),
                one.dependencies(), protect, retain, one.ignoreChanges());
    }

    /** The resource with an input that is made of another's outputs. */
    static Registration from(Registration other, String input, Registration one) {
        return new Registration(one.urn(), one.type(), one.name(), one.parent(), one.custom(), one.inputs(),
                one.dependencies(), one.protect(), one.retainOnDelete(), one.ignoreChanges(),
                Map.of(input, List.of(other.urn())));
    }

    static Registration component(String name) {
        return new Registration("urn:pulumi:test::pg::pg:Network::" + name, "pg:Network", name, "", false,
                new JsonObject(), List.of(), false, false, List.of());
    }

    /** One resource's inputs, before and after. */
    static Comparison edit(String type, String before, String after, String... ignored) {
        return Comparison.of(plan(resource(type, "one", before)), plan(resource(type, "one", after, ignored)));
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    }
}
