package aurorapg.bootstrap;

import aurorapg.database.Database;
import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.network.UsedNetwork.SecretsManagerWay;
import aurorapg.settings.BootstrapSettings;
import com.pulumi.core.Output;
import java.util.List;

/**
 * What {@link Bootstrap} takes.
 *
 * @param code the function's jar
 * @param database the cluster that it prepares
 * @param logRetentionDays days that CloudWatch keeps the function's log
 * @param privateSubnetIds where the function runs
 * @param secretsManager the way to Secrets Manager
 * @param kmsKeyArn key of the secret, the function's environment and its log
 */
public record BootstrapArgs(
        Naming naming,
        Tags tags,
        Location location,
        BootstrapSettings settings,
        FunctionCode code,
        Database database,
        int logRetentionDays,
        Output<String> vpcId,
        Output<List<String>> privateSubnetIds,
        SecretsManagerWay secretsManager,
        Output<String> kmsKeyArn) {}
