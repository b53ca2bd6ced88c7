package aurorapg.bootstrap;

import aurorapg.policy.PolicyDocument;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/** The function's role: its secret, its key, its log, its network interfaces, its traces. */
final class BootstrapRole {

    private final Role role;
    private final RolePolicy policy;

    BootstrapRole(BootstrapArgs args, Output<String> functionName, Output<String> logGroupArn, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var roleName = args.naming().logical("bootstrap-role");
        role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(args.naming().prefix("bootstrap"))
                        .description("Bootstrap function of stack " + args.naming().stack())
                        .assumeRolePolicy(PolicyDocument.assumedByLambda().json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        policy = new RolePolicy(
                args.naming().logical("bootstrap-policy"),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(Output.tuple(
                                        functionName, args.database().masterSecretArn(), args.kmsKeyArn(), logGroupArn)
                                .applyValue(t -> BootstrapPolicies.of(args.location(), t.t1, t.t2, t.t3, t.t4).json()))
                        .build(),
                child);
    }

    Output<String> arn() {
        return role.arn();
    }

    /** What has to exist before the function, and as long as its network interfaces do. */
    RolePolicy policy() {
        return policy;
    }
}
