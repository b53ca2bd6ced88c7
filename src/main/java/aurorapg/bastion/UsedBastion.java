package aurorapg.bastion;

import com.pulumi.core.Output;

/**
 * What a database needs of the bastion that reaches it, wherever it comes from.
 *
 * @param securityGroupId its security group, to which the database adds the way to its port
 * @param autoScalingGroupName the group whose instance Session Manager forwards ports through
 */
public record UsedBastion(Output<String> securityGroupId, Output<String> autoScalingGroupName) {}
