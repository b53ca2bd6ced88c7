package aurorapg.bastion;

import java.util.regex.Pattern;

/** The processor architecture of an EC2 type and its Amazon Linux image. */
final class Architecture {

    /** Graviton families have a g right after the generation: t4g, m7gd, im4gn; g5 and g4dn are graphics families of x86. */
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+\\d+g[a-z0-9-]*)\\..+");

    private Architecture() {}

    /** {@code arm64} or {@code x86_64}. */
    static String of(String instanceType) {
        return GRAVITON.matcher(instanceType).matches() ? "arm64" : "x86_64";
    }

    /**
     * The newest Amazon Linux 2023 as EC2 resolves it at each launch: an image that AWS releases is no difference in a
     * preview, and a new instance still starts from the newest one.
     */
    static String newestImage(String instanceType) {
        return "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + of(instanceType);
    }
}
