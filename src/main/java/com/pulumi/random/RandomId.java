package com.pulumi.random;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Random bytes that are drawn once and kept in the stack's state. Package, class and builder names are those of the
 * official {@code com.pulumi:random}, which can take this folder's place by a change of the pom alone.
 */
@ResourceType(type = "random:index/randomId:RandomId")
public class RandomId extends CustomResource {

    @Export(name = "byteLength", refs = {Integer.class}, tree = "[0]")
    private Output<Integer> byteLength;

    @Export(name = "hex", refs = {String.class}, tree = "[0]")
    private Output<String> hex;

    public RandomId(String name, RandomIdArgs args, CustomResourceOptions options) {
        super(
                "random:index/randomId:RandomId",
                name,
                args == null ? RandomIdArgs.Empty : args,
                CustomResourceOptions.merge(
                        CustomResourceOptions.builder().version(Utilities.getVersion()).build(),
                        options,
                        Codegen.empty()),
                false);
    }

    /** The number of bytes drawn. */
    public Output<Integer> byteLength() {
        return byteLength;
    }

    /** The bytes as lower-case hexadecimal digits, two for each byte. */
    public Output<String> hex() {
        return hex;
    }
}
