package aurorapg;

import aurorapg.bastion.Bastion;
import aurorapg.bastion.BastionArgs;
import aurorapg.bastion.UsedBastion;
import aurorapg.bootstrap.Bootstrap;
import aurorapg.bootstrap.BootstrapArgs;
import aurorapg.bootstrap.FunctionCode;
import aurorapg.database.Database;
import aurorapg.database.DatabaseArgs;
import aurorapg.encryption.Encryption;
import aurorapg.encryption.Encryption.EncryptionArgs;
import aurorapg.layers.Borrowed;
import aurorapg.layers.OtherStacks;
import aurorapg.location.Location;
import aurorapg.location.LocationLookup;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import aurorapg.network.Network;
import aurorapg.network.NetworkArgs;
import aurorapg.network.ZonePlan;
import aurorapg.notifications.Notifications;
import aurorapg.notifications.Notifications.NotificationsArgs;
import aurorapg.outputs.StackOutputs;
import aurorapg.plan.PlanCommand;
import aurorapg.settings.ConfigurationReader;
import aurorapg.settings.DatabaseSettings;
import aurorapg.settings.InvalidConfigurationException;
import aurorapg.settings.NetworkSettings;
import aurorapg.settings.Settings;
import aurorapg.settings.Warnings;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResourceOptions;
import java.nio.file.Path;
import java.util.List;

/** The program: settings, network, bastion, database, bootstrap, outputs. */
public final class App {

    /** Client version of a bastion that no database of its own stack decides: that of the default engine version. */
    private static final int PSQL_MAJOR_VERSION = 16;

    private App() {}

    /** Under Pulumi's engine the deployment; started by hand, where there is no engine, the plan. */
    public static void main(String[] args) {
        DeploymentLoop.prepare();
        if (System.getenv("PULUMI_MONITOR") == null) {
            PlanCommand.main(args);
            return;
        }
        var newer = StaleJar.newer(App.class, Path.of(""));
        if (newer.isPresent()) {
            System.err.println("The program's jar is older than %s, nothing was registered: mvn -B -ntp package -DskipTests builds it anew"
                    .formatted(newer.get()));
            System.exit(1);
        }
        Pulumi.run(context -> deploy(context, settings(), LocationLookup.ask(), Path.of("")));
    }

    /**
     * Registers everything that the settings ask for and exports the stack's outputs.
     *
     * @param project the folder of Pulumi.yaml
     */
    public static void deploy(Context context, Settings settings, Location location, Path project) {
        var top = ComponentResourceOptions.Empty;
        var naming = new Naming(context.stackName());
        var tags = new Tags(settings.tags());
        var outputs = new StackOutputs(location);
        var bootstrap = settings.database().flatMap(DatabaseSettings::bootstrap);
        var code = bootstrap.map(asked -> FunctionCode.in(project));

        Warnings.of(settings).forEach(context.log()::warn);

        // Everything that can be found wrong is found wrong here, before anything is registered.
        var zones = zones(settings, location);
        var others = new OtherStacks();
        var borrowedNetwork = Borrowed.network(settings, location, others);
        var borrowedBastion = settings.bastionStack().map(stack -> Borrowed.bastion(stack, others));
        others.check();

        var protect = settings.database().map(DatabaseSettings::deletionProtection).orElse(false);
        var key = new Encryption(
                naming.logical("encryption"), new EncryptionArgs(naming, tags, location, protect), top).keyArn();
        var network = borrowedNetwork.orElseGet(() -> {
            var created = new Network(
                    naming.logical("network"),
                    new NetworkArgs(naming, tags, (NetworkSettings.Created) settings.network(), location, zones, key),
                    top);
            outputs.of(created);
            return created.used();
        });
        if (settings.bastion().isPresent() || settings.database().isPresent()) {
            var topic = new Notifications(
                    naming.logical("notifications"),
                    new NotificationsArgs(naming, tags, location, settings.notificationEmails(), key),
                    top).topicArn();
            var bastion = settings.bastion().map(asked -> new Bastion(
                    naming.logical("bastion"),
                    new BastionArgs(
                            naming, tags, asked, location, network.vpcId(), network.publicSubnetIds(),
                            network.publicNetworkAclId(), borrowedNetwork.isPresent(), key, topic,
                            settings.database().map(DatabaseSettings::majorVersion).orElse(PSQL_MAJOR_VERSION)),
                    top));
            bastion.ifPresent(outputs::of);
            var usedBastion = bastion.map(Bastion::used).or(() -> borrowedBastion);
            settings.database().ifPresent(asked -> {
                var database = new Database(
                        naming.logical("database"),
                        new DatabaseArgs(
                                naming, tags, location, asked, network.vpcId(), network.privateSubnetIds(), key, topic,
                                usedBastion.map(UsedBastion::securityGroupId)),
                        top);
                outputs.of(database, usedBastion, topic, key);
                bootstrap.map(wanted -> new Bootstrap(
                        naming.logical("bootstrap"),
                        new BootstrapArgs(
                                naming, tags, location, wanted, code.orElseThrow(), database,
                                asked.logRetentionDays(), network.vpcId(), network.privateSubnetIds(),
                                network.secretsManager(), key),
                        top)).ifPresent(outputs::of);
            });
        }
        outputs.all().forEach(context::export);
    }

    private static List<String> zones(Settings settings, Location location) {
        try {
            return settings.network() instanceof NetworkSettings.Created created
                    ? ZonePlan.of(created.availabilityZones(), location)
                    : List.of();
        } catch (IllegalArgumentException e) {
            throw new RunException("The region does not fit, nothing was registered:\n" + e.getMessage());
        }
    }

    private static Settings settings() {
        try {
            return ConfigurationReader.read(
                    "aurora-postgres", ConfigurationReader.pulumiConfig(System.getenv("PULUMI_CONFIG")));
        } catch (InvalidConfigurationException e) {
            throw new RunException("The stack file has errors, nothing was registered:\n" + e.getMessage());
        }
    }
}
