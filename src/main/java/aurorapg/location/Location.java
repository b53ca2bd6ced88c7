package aurorapg.location;

import java.util.List;

/**
 * Where in AWS the stack is deployed, asked of AWS once before anything is registered.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param region for example {@code eu-west-1}
 * @param accountId twelve digits
 * @param reverseDnsPrefix prefix of interface endpoints' service names, {@code com.amazonaws} outside China
 * @param standardZones names of the region's available standard zones in order; opt-in, local and wavelength zones left out
 */
public record Location(
        String partition, String region, String accountId, String reverseDnsPrefix, List<String> standardZones) {

    /**
     * An ARN in this partition, region and account.
     *
     * @param service for example {@code rds}
     * @param resource what follows the account, for example {@code es:*}
     */
    public String arn(String service, String resource) {
        return String.join(":", "arn", partition, service, region, accountId, resource);
    }
}
