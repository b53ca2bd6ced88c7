package aurorapg.database;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.settings.DatabaseSettings;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Database} takes.
 *
 * @param privateSubnetIds subnets of the cluster, in at least two zones
 * @param kmsKeyArn key for storage, Performance Insights, secret and log
 * @param notificationTopicArn topic of alarms and events
 * @param bastionSecurityGroupId the bastion's group, which is let in; empty without a bastion
 */
public record DatabaseArgs(
        Naming naming,
        Tags tags,
        Location location,
        DatabaseSettings settings,
        Output<String> vpcId,
        Output<List<String>> privateSubnetIds,
        Output<String> kmsKeyArn,
        Output<String> notificationTopicArn,
        Optional<Output<String>> bastionSecurityGroupId) {}
