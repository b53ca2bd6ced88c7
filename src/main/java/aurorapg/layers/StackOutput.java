package aurorapg.layers;

import java.util.List;

/**
 * An output that one stack of this program reads of another.
 *
 * @param name the output's name
 * @param since the program version that first provides it
 * @param type what its value is
 * @param <T> the value's type
 */
public record StackOutput<T>(String name, String since, Type<T> type) {

    /**
     * A type of output.
     *
     * @param words what the value is, in words
     */
    record Type<T>(String words, java.util.function.Function<Object, T> read) {

        static final Type<String> TEXT =
                new Type<>("text", value -> value instanceof String text && !text.isBlank() ? text : null);

        static final Type<List<String>> TEXTS = new Type<>("a list of texts", value ->
                value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(one -> one instanceof String)
                        ? list.stream().map(String.class::cast).toList()
                        : null);
    }

    public static final StackOutput<String> VPC_ID = new StackOutput<>("vpcId", "0.1.0", Type.TEXT);
    public static final StackOutput<String> VPC_CIDR = new StackOutput<>("vpcCidr", "0.1.0", Type.TEXT);
    public static final StackOutput<List<String>> PUBLIC_SUBNETS =
            new StackOutput<>("publicSubnetIds", "0.1.0", Type.TEXTS);
    public static final StackOutput<List<String>> PRIVATE_SUBNETS =
            new StackOutput<>("privateSubnetIds", "0.1.0", Type.TEXTS);
    public static final StackOutput<String> PUBLIC_ACL = new StackOutput<>("publicNetworkAclId", "0.1.0", Type.TEXT);
    public static final StackOutput<String> BASTION_GROUP =
            new StackOutput<>("bastionSecurityGroupId", "0.1.0", Type.TEXT);
    public static final StackOutput<String> BASTION_AUTO_SCALING_GROUP =
            new StackOutput<>("bastionAutoScalingGroup", "0.1.0", Type.TEXT);
}
