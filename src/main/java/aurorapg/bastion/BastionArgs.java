package aurorapg.bastion;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.settings.BastionSettings;
import com.pulumi.core.Output;
import java.util.List;

/**
 * What {@link Bastion} takes.
 *
 * @param publicNetworkAclId the public subnets' ACL, to which the entries for SSH are added
 * @param kmsKeyArn key of the log
 * @param notificationTopicArn topic of the alarm
 * @param psqlMajorVersion the client's major version; the nearest newer one where Amazon Linux does not have it
 */
public record BastionArgs(
        Naming naming,
        Tags tags,
        BastionSettings settings,
        Location location,
        Output<String> vpcId,
        Output<List<String>> publicSubnetIds,
        Output<String> publicNetworkAclId,
        Output<String> kmsKeyArn,
        Output<String> notificationTopicArn,
        int psqlMajorVersion) {}
