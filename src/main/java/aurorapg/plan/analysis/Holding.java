package aurorapg.plan.analysis;

import aurorapg.plan.ResourceType;
import aurorapg.plan.engine.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A resource that holds data.
 *
 * @param resource the resource
 * @param holds what is lost with it
 * @param guards what keeps the data; empty when nothing does
 */
public record Holding(Registration resource, String holds, List<String> guards) {

    /** By input and value what it means; {@code %s} takes any value but none and false. */
    private static final Map<String, String> GUARDS = new LinkedHashMap<>();

    static {
        GUARDS.put("deletionProtection", "AWS refuses to delete it");
        GUARDS.put("finalSnapshotIdentifier", "a last snapshot when it is deleted");
        GUARDS.put("backupRetentionPeriod", "backups of %s days");
        GUARDS.put("copyTagsToSnapshot", "snapshots carry its tags");
        GUARDS.put("storageEncrypted", "encrypted");
        GUARDS.put("retentionInDays", "kept for %s days");
        GUARDS.put("deletionWindowInDays", "its deletion can be called back for %s days");
        GUARDS.put("enableKeyRotation", "its key material rotates");
        GUARDS.put("kmsKeyId", "encrypted with a key of the stack's settings");
    }

    /** The resources that hold data, in the given order. */
    public static List<Holding> of(List<Registration> resources) {
        return resources.stream().flatMap(one -> ResourceType.of(one.type()).map(ResourceType::holds).stream()
                .map(holds -> new Holding(one, holds, guards(one)))).toList();
    }

    private static List<String> guards(Registration one) {
        var options = Stream.of(
                one.protect() ? "Pulumi refuses to delete it" : "",
                one.retainOnDelete() ? "AWS keeps it when Pulumi lets it go" : "");
        var inputs = GUARDS.entrySet().stream()
                .filter(guard -> !skipped(one, guard.getKey()))
                .filter(guard -> one.inputs().has(guard.getKey()))
                .map(guard -> Map.entry(guard.getValue(), Excerpt.text(one.inputs().get(guard.getKey()))))
                .filter(guard -> !guard.getValue().equals("false") && !guard.getValue().equals("0"))
                .map(guard -> guard.getKey().formatted(guard.getValue()));
        return Stream.concat(options, inputs).filter(guard -> !guard.isEmpty()).toList();
    }

    private static boolean skipped(Registration one, String input) {
        return input.equals("finalSnapshotIdentifier")
                && Excerpt.text(one.inputs().get("skipFinalSnapshot")).equals("true");
    }
}
