package aurorapg.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The validated configuration of a stack, defaults of its stage filled in.
 *
 * @param stage what the environment is for
 * @param tags the contract's tags (EnvironmentStage, Application, ...) by their key in AWS
 * @param notificationEmails who hears of alarms and events; not empty when there is a bastion or a database
 * @param network the VPC that the stack lives in
 * @param bastion the bastion to create, or empty for none
 * @param bastionStack another stack, fully qualified, whose bastion reaches the cluster; empty for none
 * @param database the cluster to create, or empty for none
 */
public record Settings(
        Stage stage,
        Map<String, String> tags,
        List<String> notificationEmails,
        NetworkSettings network,
        Optional<BastionSettings> bastion,
        Optional<String> bastionStack,
        Optional<DatabaseSettings> database) {}
