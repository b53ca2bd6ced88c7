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
                values.find(BASTION).filter(section -> !values.has(BASTION_STACK)).map(section -> bastion(values)),
                values.find(BASTION_STACK),
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
        if (values.has(NETWORK_STACK)) {
            return new NetworkSettings.OfStack(values.get(NETWORK_STACK));
        }
        if (values.has(VPC_ID)) {
            return new NetworkSettings.Existing(
                    values.get(VPC_ID), values.find(PUBLIC_SUBNETS).orElse(List.of()),
                    values.find(PRIVATE_SUBNETS).orElse(List.of()));
        }
        var asked = values.get(NAT_GATEWAYS);
        return new NetworkSettings.Created(
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
                values.classes(),
                values.find(SERVERLESS).map(section -> new ServerlessSettings(
                        values.get(MIN_CAPACITY), values.get(MAX_CAPACITY), values.find(AUTO_PAUSE).map(Math::toIntExact))),
                values.find(AUTOSCALING).map(section -> new ReaderAutoscalingSettings(
                        values.whole(MIN_READERS), values.whole(MAX_READERS), values.find(TARGET_CPU),
                        values.find(TARGET_CONNECTIONS).map(Math::toIntExact))),
                values.find(ENDPOINTS).orElse(Map.of()),
                values.find(PROXY).map(section -> proxy(values)),
                values.get(DATA_API),
                values.find(DNS).map(section -> new DnsSettings(
                        values.get(ZONE_ID), values.get(WRITER_NAME), values.get(READER_NAME))),
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
                new AlarmThresholds(values.get(CPU_ALARM), values.get(TRANSACTION_ALARM), values.get(STORAGE_ALARM),
                        values.find(ALARMS).filter(section -> section.has(STORAGE_ALARM.name())).isPresent()),
                Optional.of(values).filter(all -> all.get(BOOTSTRAP_ENABLED)).map(SettingsMapping::bootstrap));
    }

    private static ProxySettings proxy(Values values) {
        return new ProxySettings(
                values.find(PROXY_AUTH).orElse("required").equals("required"),
                values.find(PROXY_CONNECTIONS).map(Math::toIntExact).orElse(ProxySettings.MAX_CONNECTIONS_PERCENT),
                values.find(PROXY_IDLE).map(Math::toIntExact).orElse(ProxySettings.IDLE_CLIENT_TIMEOUT_SECONDS));
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
