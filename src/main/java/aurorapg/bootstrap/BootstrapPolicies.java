package aurorapg.bootstrap;

import aurorapg.location.Location;
import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;

/** What the function may do, as data. */
final class BootstrapPolicies {

    /** What Lambda itself does with network interfaces for a function in a VPC (AWSLambdaVPCAccessExecutionRole, v3). */
    private static final String[] NETWORK_INTERFACES = {
        "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"
    };

    private BootstrapPolicies() {}

    static PolicyDocument of(
            Location location, String functionName, String secretArn, String keyArn, String logGroupArn) {
        return PolicyDocument.of(
                Statement.allow("ReadTheMasterSecret").actions("secretsmanager:GetSecretValue").resources(secretArn),
                Statement.allow("DecryptSecretAndEnvironment").actions("kms:Decrypt").resources(keyArn),
                Statement.writeLog(logGroupArn),
                // Lambda refuses a function in a VPC whose role may not do this on every resource.
                Statement.allow("LambdaAttachesTheFunctionToTheVpc").actions(NETWORK_INTERFACES).resources("*"),
                Statement.deny("TheFunctionsOwnCodeDoesNot")
                        .actions(NETWORK_INTERFACES)
                        .resources("*")
                        .condition("ArnEquals", "lambda:SourceFunctionArn", location.arn("lambda", "function:" + functionName)),
                Statement.trace());
    }
}
