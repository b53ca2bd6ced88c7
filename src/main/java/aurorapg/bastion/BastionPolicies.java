package aurorapg.bastion;

import aurorapg.location.Location;
import aurorapg.policy.PolicyDocument;
import aurorapg.policy.PolicyDocument.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the bastion's instance may do, as data. */
final class BastionPolicies {

    private BastionPolicies() {}

    /**
     * @param nameTag the Name of the bastion's instances and interfaces
     * @param s3Objects {@code s3://bucket/key} of files that set-up reads
     */
    static PolicyDocument of(
            Location location, String allocationId, String nameTag, String logGroupArn, String groupName, List<String> s3Objects) {
        var statements = new ArrayList<>(List.of(
                Statement.allow("TakeTheAddress")
                        .actions("ec2:AssociateAddress")
                        .resources(location.arn("ec2", "elastic-ip/" + allocationId)),
                Statement.allow("GiveItToABastionAlone")
                        .actions("ec2:AssociateAddress")
                        .resources(location.arn("ec2", "instance/*"), location.arn("ec2", "network-interface/*"))
                        .condition("StringEquals", "ec2:ResourceTag/Name", nameTag),
                // These actions know no resource. AWS' managed policy would also read every parameter of the account.
                Statement.allow("SessionManager")
                        .actions(
                                "ssm:UpdateInstanceInformation",
                                "ssmmessages:CreateControlChannel",
                                "ssmmessages:CreateDataChannel",
                                "ssmmessages:OpenControlChannel",
                                "ssmmessages:OpenDataChannel")
                        .resources("*"),
                Statement.allow("WriteLog")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams")
                        .resources(logGroupArn, logGroupArn + ":*"),
                Statement.allow("ReportSetUp")
                        .actions("autoscaling:CompleteLifecycleAction")
                        .resources(location.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/" + groupName))));
        if (!s3Objects.isEmpty()) {
            statements.add(Statement.allow("ReadTheTeamsFiles")
                    .actions("s3:GetObject")
                    .resources(s3Objects.stream()
                            .map(uri -> "arn:%s:s3:::%s".formatted(location.partition(), uri.substring("s3://".length())))
                            .toArray(String[]::new)));
        }
        return new PolicyDocument(List.copyOf(statements));
    }
}
