package aurorapg.encryption;

import aurorapg.location.Location;
import aurorapg.naming.Naming;
import aurorapg.naming.Tags;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * The stack's own key for storage, Performance Insights, secret, logs and topic. It is kept when the stack goes, since
 * the final snapshot and every earlier one can be read with this key alone.
 */
public final class Encryption extends ComponentResource {

    /** The most AWS allows: the longest time to notice that a snapshot still needs the key. */
    private static final int DELETION_WINDOW_DAYS = 30;

    private final Key key;

    /**
     * What the component takes.
     *
     * @param protect whether Pulumi refuses to delete or replace the key
     */
    public record EncryptionArgs(Naming naming, Tags tags, Location location, boolean protect) {}

    public Encryption(String name, EncryptionArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:encryption:Encryption", name, options);
        var keyName = args.naming().logical("key");
        key = new Key(
                keyName,
                KeyArgs.builder()
                        .description("Data, secret, logs and topic of the aurora-postgres stack " + args.naming().stack())
                        .enableKeyRotation(true)
                        .deletionWindowInDays(DELETION_WINDOW_DAYS)
                        .policy(KeyPolicy.of(args.location()).json())
                        .tags(args.tags().named(keyName))
                        .build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .retainOnDelete(true)
                        .protect(args.protect())
                        .build());
        // A prefix, not a name: a stack that is set up again must not trip over what was left.
        new Alias(
                args.naming().logical("key-alias"),
                AliasArgs.builder()
                        .namePrefix("alias/" + args.naming().prefix("aurora-postgres"))
                        .targetKeyId(key.keyId())
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("keyArn", key.arn()));
    }

    /** The key's ARN. */
    public Output<String> keyArn() {
        return key.arn();
    }
}
