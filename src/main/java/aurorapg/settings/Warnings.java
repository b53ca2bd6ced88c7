package aurorapg.settings;

import java.util.ArrayList;
import java.util.List;

/** What deserves a word and is no error. */
public final class Warnings {

    private Warnings() {}

    /** The warnings of a stack's settings, each naming its key. */
    public static List<String> of(Settings settings) {
        var warnings = new ArrayList<String>();
        settings.database().ifPresent(database -> {
            database.instanceClasses().stream().distinct()
                    .filter(name -> !name.equals(InstanceClasses.SERVERLESS) && InstanceClasses.size(name).isEmpty())
                    .forEach(name -> warnings.add(("database.instanceClass: %s is not listed here: whether Aurora PostgreSQL"
                            + " %s runs it is for AWS to say, and alarms keep their least thresholds")
                            .formatted(name, database.engineVersion())));
            if (database.ioOptimized()) {
                warnings.add("database.storage: io-optimized can go back to standard 30 days after it was set at the earliest,"
                        + " and be set again 30 days after that");
            }
        });
        return List.copyOf(warnings);
    }
}
