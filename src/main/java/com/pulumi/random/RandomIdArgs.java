package com.pulumi.random;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** Arguments of {@link RandomId}. */
public final class RandomIdArgs extends ResourceArgs {

    public static final RandomIdArgs Empty = new RandomIdArgs();

    @Import(name = "byteLength", required = true)
    private Output<Integer> byteLength;

    private RandomIdArgs() {}

    /** The number of bytes to draw. */
    public Output<Integer> byteLength() {
        return byteLength;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RandomIdArgs}. */
    public static final class Builder {
        private final RandomIdArgs args = new RandomIdArgs();

        public Builder byteLength(Output<Integer> byteLength) {
            args.byteLength = byteLength;
            return this;
        }

        public Builder byteLength(Integer byteLength) {
            return byteLength(Output.of(byteLength));
        }

        public RandomIdArgs build() {
            return args;
        }
    }
}
