package aurorapg.settings;

import java.util.List;
import java.util.Optional;

/**
 * The bastion to create.
 *
 * @param accessCidrs IPv4 blocks that may reach port 22; empty: Session Manager only
 * @param keyPairName EC2 key pair; present when there are access blocks
 * @param instanceType EC2 type, such as t3.micro
 * @param amiId image in place of the newest Amazon Linux 2023
 * @param tenancy {@code default} or {@code dedicated}
 * @param banner whether a warning is shown before a login
 * @param bannerText the warning, or {@code s3://bucket/key} of a file; empty: the program's own text
 * @param tcpForwarding whether sshd forwards TCP
 * @param x11Forwarding whether sshd forwards X11
 * @param bootstrapScript {@code s3://bucket/key} of a script run at the end of host set-up
 * @param logRetentionDays days that CloudWatch keeps the bastion's log
 */
public record BastionSettings(
        List<String> accessCidrs,
        Optional<String> keyPairName,
        String instanceType,
        Optional<String> amiId,
        String tenancy,
        boolean banner,
        Optional<String> bannerText,
        boolean tcpForwarding,
        boolean x11Forwarding,
        Optional<String> bootstrapScript,
        int logRetentionDays) {}
