package aurorapg.plan.compare;

import static aurorapg.plan.compare.Plans.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aurorapg.plan.engine.Registration;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalsTest {

    private static final String EC2 = "{'Service':'ec2.amazonaws.com'}";
    private static final String BOTH = "{'Service':['ec2.amazonaws.com'],'AWS':'arn:aws:iam::1:root'}";

    @Test
    void a_principal_that_is_new_is_a_danger() {
        assertEquals(List.of("admits arn:aws:iam::1:root"), whats(trust(EC2, ""), trust(BOTH, "")));
        assertEquals(List.of(), whats(trust(BOTH, ""), trust(EC2, "")));
    }

    @Test
    void everybody_is_a_danger_even_on_a_new_resource() {
        assertEquals(List.of("admits *"), whats(trust(EC2, ""), trust("'*'", "")));
        assertEquals(1, Comparison.of(plan(), plan(trust("{'AWS':'*'}", ""))).dangers().size());
        assertEquals(0, Comparison.of(plan(), plan(trust(EC2, ""))).dangers().size());
    }

    @Test
    void a_condition_that_is_dropped_is_a_danger() {
        var condition = ",'Condition':{'StringEquals':{'aws:SourceAccount':'1'}}";

        assertEquals(List.of("admits ec2.amazonaws.com without a condition"),
                whats(trust(EC2, condition), trust(EC2, "")));
        assertEquals(List.of(), whats(trust(EC2, ""), trust(EC2, condition)));
    }

    @Test
    void who_is_denied_is_not_admitted() {
        var denying = trust(EC2, "},{'Effect':'Deny','Principal':'*'");

        assertEquals(List.of(), whats(trust(EC2, ""), denying));
    }

    private static Registration trust(String principal, String more) {
        var inputs = new JsonObject();
        inputs.addProperty("assumeRolePolicy",
                "{'Statement':[{'Effect':'Allow','Principal':%s%s}]}".formatted(principal, more).replace('\'', '"'));
        var role = resource(ROLE, "role", "{}");
        return new Registration(role.urn(), role.type(), role.name(), "", true, inputs, List.of(), false, false,
                List.of());
    }

    private static List<String> whats(Registration before, Registration after) {
        return Comparison.of(plan(before), plan(after)).dangers().stream().map(Danger::what).toList();
    }
}
