package aurorapg.plan.analysis;

import aurorapg.plan.engine.Registration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a principal may do with a secret or a key.
 *
 * @param who the principal, or the role's policy that admits its role
 * @param may the actions
 * @param on the key, the secret or the ARNs
 * @param condition what has to hold; empty when nothing has
 */
public record Access(String who, String may, String on, String condition) {

    private static final List<String> GUARDED = List.of("kms:", "secretsmanager:");
    /** Types whose own policies decide on them. */
    private static final List<String> OWNERS = List.of(
            "aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy",
            "aws:secretsmanager/secret:Secret", "aws:secretsmanager/secretPolicy:SecretPolicy");

    /** Everybody whom a registered policy admits, in the order of the resources. */
    public static List<Access> of(List<Registration> resources) {
        return Stream.concat(
                resources.stream().flatMap(Access::masterSecret),
                resources.stream().flatMap(one -> Statement.of(one).stream()).flatMap(Access::of)).toList();
    }

    /** RDS makes the secret itself, without a policy of its own. */
    private static Stream<Access> masterSecret(Registration one) {
        return Excerpt.text(one.inputs().get("manageMasterUserPassword")).equals("true")
                ? Stream.of(new Access(
                        "whoever IAM policies of the account admit", "secretsmanager:GetSecretValue",
                        "master secret of " + one.name(),
                        "kms:Decrypt with " + Excerpt.text(one.inputs().get("masterUserSecretKmsKeyId"))))
                : Stream.empty();
    }

    private static Stream<Access> of(Statement statement) {
        if (!statement.effect().equals("Allow")) {
            return Stream.empty();
        }
        var name = statement.resource().name();
        if (OWNERS.contains(statement.resource().type())) {
            var may = String.join(", ", statement.actions());
            return statement.principals().stream()
                    .map(who -> new Access(explained(who), may, name, statement.condition()));
        }
        var actions = statement.actions().stream().filter(Access::guarded).toList();
        // What a role may be assumed for or a topic publishes is not about keys.
        return actions.isEmpty() || !statement.principals().isEmpty() ? Stream.empty() : Stream.of(new Access(
                "roles with " + name, String.join(", ", actions), String.join(", ", statement.objects()),
                statement.condition()));
    }

    private static String explained(String principal) {
        return principal.endsWith(":root") ? principal + " (whoever IAM policies of the account admit)" : principal;
    }

    private static boolean guarded(String action) {
        var lower = action.toLowerCase(Locale.ROOT);
        return lower.equals("*") || lower.startsWith("all but ") || GUARDED.stream().anyMatch(lower::startsWith);
    }
}
