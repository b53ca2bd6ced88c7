package aurorapg.bastion;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.settings.BastionSettings;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Bastion} takes.
 *
 * @param publicNetworkAclId the public subnets' ACL, to which the entries for SSH are added; empty where it is not ours
 * @param sharedAcl whether other stacks' bastions may add to the same ACL
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
        Optional<Output<String>> publicNetworkAclId,
        boolean sharedAcl,
        Output<String> kmsKeyArn,
        Output<String> notificationTopicArn,
        int psqlMajorVersion) {}
