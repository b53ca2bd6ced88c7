package aurorapg.bastion;

/** Commands that people copy from the stack's outputs. */
public final class BastionCommands {

    private BastionCommands() {}

    /** Opens a shell on the group's instance by Session Manager, without an open port. */
    public static String session(String region, String group) {
        return "aws ssm start-session --region %s --target %s".formatted(region, instanceOf(region, group));
    }

    /** Opens a shell by SSH to the open port. */
    public static String ssh(String keyPair, String address) {
        return "ssh -i %s.pem ec2-user@%s".formatted(keyPair, address);
    }

    /** Opens a shell by SSH inside Session Manager's tunnel, without an open port. */
    public static String sshThroughSession(String region, String keyPair, String group) {
        var proxy = "aws ssm start-session --region %s --target %%h --document-name AWS-StartSSHSession --parameters portNumber=%%p"
                .formatted(region);
        return "ssh -i %s.pem -o ProxyCommand=\"%s\" ec2-user@%s".formatted(keyPair, proxy, instanceOf(region, group));
    }

    /** Makes a host's port reachable as the same port of localhost. */
    public static String portForward(String region, String group, String host, int port) {
        return "%s --document-name AWS-StartPortForwardingSessionToRemoteHost --parameters host=%s,portNumber=%d,localPortNumber=%d"
                .formatted(session(region, group), host, port, port);
    }

    private static String instanceOf(String region, String group) {
        return ("\"$(aws ec2 describe-instances --region %s --filters Name=tag:aws:autoscaling:groupName,Values=%s"
                        .formatted(region, group))
                .concat(" Name=instance-state-name,Values=running --query 'Reservations[0].Instances[0].InstanceId' --output text)\"");
    }
}
