package aurorapg.settings;

/**
 * Names of the endpoints in a private zone.
 *
 * @param zoneId the hosted zone
 * @param writer name of the writer's endpoint
 * @param reader name of the readers' endpoint
 */
public record DnsSettings(String zoneId, String writer, String reader) {}
