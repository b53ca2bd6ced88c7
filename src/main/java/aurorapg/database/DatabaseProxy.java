package aurorapg.database;

import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;
import aurorapg.settings.ProxySettings;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.ProxyDefaultTargetGroup;
import com.pulumi.aws.rds.ProxyDefaultTargetGroupArgs;
import com.pulumi.aws.rds.ProxyTarget;
import com.pulumi.aws.rds.ProxyTargetArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import com.pulumi.aws.rds.inputs.ProxyDefaultTargetGroupConnectionPoolConfigArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** An RDS Proxy: connections kept ready, TLS required, logins by IAM or by the master secret. */
final class DatabaseProxy {

    private final Proxy proxy;

    DatabaseProxy(
            DatabaseArgs args, ProxySettings asked, Output<String> clusterId, Output<String> secretArn,
            PortAccess clusterAccess, Resource writer, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var name = clusterId.applyValue(id -> id + "-proxy");
        var logName = args.naming().logical("proxy-log");
        var log = new LogGroup(
                logName,
                LogGroupArgs.builder()
                        .name(name.applyValue("/aws/rds/proxy/"::concat))
                        .retentionInDays(args.settings().logRetentionDays())
                        .kmsKeyId(args.kmsKeyArn())
                        .tags(args.tags().named(logName))
                        .build(),
                child);
        var access = new PortAccess(args, "proxy", "RDS Proxy of stack " + args.naming().stack(), parent);
        clusterAccess.ingress("from-proxy", "Proxy", rule -> rule.referencedSecurityGroupId(access.groupId()));
        var ruleName = args.naming().logical("proxy-to-cluster");
        new SecurityGroupEgressRule(
                ruleName,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(access.groupId())
                        .referencedSecurityGroupId(clusterAccess.groupId())
                        .ipProtocol("tcp")
                        .fromPort(args.settings().port())
                        .toPort(args.settings().port())
                        .description("Proxy to the cluster")
                        .tags(args.tags().named(ruleName))
                        .build(),
                child);
        var roleName = args.naming().logical("proxy-role");
        var role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(args.naming().prefix("proxy"))
                        .description("RDS Proxy of stack " + args.naming().stack())
                        .assumeRolePolicy(PolicyDocument.assumedBy("rds.amazonaws.com", args.location().accountId()).json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        var policy = new RolePolicy(
                args.naming().logical("proxy-policy"),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(Output.tuple(secretArn, args.kmsKeyArn()).applyValue(t -> PolicyDocument.of(
                                Statement.allow("ReadTheMasterSecret")
                                        .actions("secretsmanager:GetSecretValue")
                                        .resources(t.t1),
                                Statement.allow("DecryptTheSecret").actions("kms:Decrypt").resources(t.t2)).json()))
                        .build(),
                child);
        var proxyName = args.naming().logical("proxy");
        proxy = new Proxy(
                proxyName,
                ProxyArgs.builder()
                        .name(name)
                        .engineFamily("POSTGRESQL")
                        .requireTls(true)
                        .idleClientTimeout(asked.idleClientTimeoutSeconds())
                        .debugLogging(false)
                        .roleArn(role.arn())
                        .vpcSubnetIds(args.privateSubnetIds())
                        .vpcSecurityGroupIds(access.groupId().applyValue(List::of))
                        .auths(ProxyAuthArgs.builder()
                                .authScheme("SECRETS")
                                .iamAuth(asked.iamRequired() ? "REQUIRED" : "DISABLED")
                                .secretArn(secretArn)
                                .build())
                        .tags(args.tags().named(proxyName))
                        .build(),
                // RDS creates the log group without retention and key when it comes first. The name is fixed.
                CustomResourceOptions.builder().parent(parent).dependsOn(log, policy).deleteBeforeReplace(true).build());
        var group = new ProxyDefaultTargetGroup(
                args.naming().logical("proxy-targets"),
                ProxyDefaultTargetGroupArgs.builder()
                        .dbProxyName(proxy.name())
                        .connectionPoolConfig(ProxyDefaultTargetGroupConnectionPoolConfigArgs.builder()
                                .maxConnectionsPercent(asked.maxConnectionsPercent())
                                .build())
                        .build(),
                child);
        new ProxyTarget(
                args.naming().logical("proxy-target"),
                ProxyTargetArgs.builder()
                        .dbProxyName(proxy.name())
                        .targetGroupName(group.name())
                        .dbClusterIdentifier(clusterId)
                        .build(),
                CustomResourceOptions.builder().parent(parent).dependsOn(writer).build());
    }

    Output<String> endpoint() {
        return proxy.endpoint();
    }
}
