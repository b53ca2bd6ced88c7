package aurorapg;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;

/** Reads the value of an output that is known. */
final class PulumiValues {

    private PulumiValues() {}

    static <T> T of(Output<T> output) {
        return Internal.of(output).getDataAsync().join().getValueNullable();
    }
}
