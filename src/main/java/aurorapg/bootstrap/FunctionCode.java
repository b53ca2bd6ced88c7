package aurorapg.bootstrap;

import com.pulumi.exceptions.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The function's jar, which the build makes before the program needs it.
 *
 * @param path where it lies, seen from the project's folder
 * @param sha256 its hash as Lambda writes it: SHA-256 in Base64
 */
public record FunctionCode(String path, String sha256) {

    /** Where the jar lies, seen from the project's folder. */
    public static final String PATH = "bootstrap-lambda/target/bootstrap-lambda.jar";

    /**
     * The jar of a project.
     *
     * @param project the folder of Pulumi.yaml
     * @throws RunException when there is none
     */
    public static FunctionCode in(Path project) {
        try {
            var bytes = Files.readAllBytes(project.resolve(PATH));
            return new FunctionCode(
                    PATH, Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (IOException e) {
            throw new RunException(
                    "%s is missing, nothing was registered: mvn -B -ntp compile builds it".formatted(PATH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
