package aurorapg.settings;

import static aurorapg.settings.Configuration.*;

import aurorapg.settings.DatabaseSettings.AlarmThresholds;
import aurorapg.settings.NetworkSettings.NatGateways;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From values that are known to be valid to typed settings. */
final class SettingsMapping {

    private SettingsMapping() {}

    static Settings of(Values values) {
        return new Settings(
                values.get(STAGE),
                tags(values),
                values.find(NOTIFICATION_EMAIL).orElse(List.of()),
                network(values),
                values.find(BASTION).map(section -> bastion(values)),
                values.find(DATABASE).map(section -> database(values)));
    }

    private static Map<String, String> tags(Values values) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("EnvironmentStage", values.get(STAGE).label());
        tags.put("Application", values.get(APPLICATION));
        tags.put("ApplicationVersion", values.get(APPLICATION_VERSION));
        tags.put("ProjectCostCenter", values.get(COST_CENTER));
        tags.put("ServiceOwnersEmailContact", values.get(OWNERS_EMAIL));
        tags.put("Confidentiality", values.get(CONFIDENTIALITY));
        tags.put("Compliance", values.get(COMPLIANCE));
        return tags;
    }

    private static NetworkSettings network(Values values) {
        var asked = values.get(NAT_GATEWAYS);
        return new NetworkSettings(
                values.get(CIDR),
                values.find(ZONES).orElse(List.of()),
                Stream.of(NatGateways.values()).filter(nat -> nat.label().equals(asked)).findFirst().orElseThrow(),
                values.whole(FLOW_LOG_RETENTION));
    }

    private static BastionSettings bastion(Values values) {
        return new BastionSettings(
                values.find(BASTION_ACCESS).orElse(List.of()),
                values.find(KEY_PAIR),
                values.get(BASTION_TYPE),
                values.find(AMI),
                values.get(TENANCY),
                values.get(BANNER),
                values.find(BANNER_TEXT),
                values.get(TCP_FORWARDING),
                values.get(X11_FORWARDING),
                values.find(BOOTSTRAP_SCRIPT),
                values.whole(BASTION_LOG_RETENTION));
    }

    private static DatabaseSettings database(Values values) {
        return new DatabaseSettings(
                values.find(DATABASE_NAME),
                values.whole(PORT),
                values.get(MASTER_USERNAME),
                values.get(ENGINE_VERSION),
                values.get(INSTANCE_CLASS),
                values.whole(INSTANCES),
                values.get(STORAGE).equals("io-optimized"),
                values.find(SNAPSHOT),
                values.whole(PASSWORD_ROTATION),
                values.whole(BACKUP_RETENTION),
                values.find(BACKUP_WINDOW),
                values.find(MAINTENANCE_WINDOW),
                values.get(DELETION_PROTECTION),
                values.whole(MONITORING_INTERVAL),
                values.whole(INSIGHTS_RETENTION),
                values.get(AUTO_MINOR),
                values.get(ALLOW_MAJOR),
                values.get(APPLY_IMMEDIATELY),
                values.whole(DATABASE_LOG_RETENTION),
                values.find(ACCESS_GROUPS).orElse(List.of()),
                values.find(ACCESS_CIDRS).orElse(List.of()),
                values.find(CLUSTER_PARAMETERS).orElse(Map.of()),
                values.find(INSTANCE_PARAMETERS).orElse(Map.of()),
                new AlarmThresholds(values.get(CPU_ALARM), values.get(TRANSACTION_ALARM), values.get(STORAGE_ALARM)),
                Optional.of(values).filter(all -> all.get(BOOTSTRAP_ENABLED)).map(SettingsMapping::bootstrap));
    }

    private static BootstrapSettings bootstrap(Values values) {
        return new BootstrapSettings(
                values.get(SCHEMA),
                values.get(OWNER_ROLE),
                values.get(READ_WRITE_ROLE),
                values.get(READ_ONLY_ROLE),
                values.get(EXTENSIONS));
    }
}
