package aurorapg.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The function's environment.
 *
 * @param secretArn {@code MASTER_SECRET_ARN}
 * @param host {@code CLUSTER_ENDPOINT}, a host name
 * @param port {@code CLUSTER_PORT}, 1 to 65535
 * @param database {@code DATABASE_NAME}
 * @param region {@code AWS_REGION}, set by Lambda as the next three are
 * @param accessKeyId {@code AWS_ACCESS_KEY_ID}
 * @param secretAccessKey {@code AWS_SECRET_ACCESS_KEY}
 * @param sessionToken {@code AWS_SESSION_TOKEN}
 * @param secretsEndpoint {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}; empty: the region's own
 */
record Environment(
        String secretArn,
        String host,
        int port,
        String database,
        String region,
        String accessKeyId,
        String secretAccessKey,
        String sessionToken,
        Optional<String> secretsEndpoint) {

    /**
     * Reads the variables.
     *
     * @throws BootstrapException naming every variable that is missing, and a port that is none
     */
    static Environment read(Map<String, String> variables) {
        var missing = new ArrayList<String>();
        var environment = new Environment(
                text(variables, "MASTER_SECRET_ARN", missing),
                text(variables, "CLUSTER_ENDPOINT", missing),
                port(text(variables, "CLUSTER_PORT", missing)),
                text(variables, "DATABASE_NAME", missing),
                text(variables, "AWS_REGION", missing),
                text(variables, "AWS_ACCESS_KEY_ID", missing),
                text(variables, "AWS_SECRET_ACCESS_KEY", missing),
                text(variables, "AWS_SESSION_TOKEN", missing),
                Optional.ofNullable(variables.get("AWS_ENDPOINT_URL_SECRETS_MANAGER")));
        if (!missing.isEmpty()) {
            throw new BootstrapException("Step \"environment\" failed: without " + String.join(", ", missing)
                    + "; set these variables of the function.");
        }
        if (environment.port() < 0) {
            throw new BootstrapException("Step \"environment\" failed: CLUSTER_PORT is not a port from 1 to 65535.");
        }
        return environment;
    }

    @Override
    public String toString() {
        return "Environment";
    }

    private static String text(Map<String, String> variables, String name, List<String> missing) {
        var value = variables.getOrDefault(name, "");
        if (value.isEmpty()) {
            missing.add(name);
        }
        return value;
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port >= 1 && port <= 65_535 ? port : -1;
    }
}
