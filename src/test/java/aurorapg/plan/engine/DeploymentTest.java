package aurorapg.plan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.ResourceType;
import com.google.gson.JsonObject;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    private static final String CONFIG =
            """
            {"aurora-postgres:stage": "dev", "aurora-postgres:network": "{\\"cidr\\": \\"10.33.0.0/16\\"}",
             "aurora-postgres:tags": "{\\"application\\": \\"Sample App\\", \\"applicationVersion\\": \\"1\\",
              \\"projectCostCenter\\": \\"1\\", \\"serviceOwnersEmailContact\\": \\"a@example.com\\",
              \\"confidentiality\\": \\"private\\", \\"compliance\\": \\"none\\"}"}""".replace("\n", "");

    @TempDir
    private Path directory;

    @Test
    void deployment_loads_no_class_of_the_plan() throws Exception {
        var engine = new Engine(
                "aurora-postgres", "dev", new Answers(Region.of("us-east-1", List.of()), ResourceType.allAnswers()), new JsonObject());
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(engine.monitor()).addService(engine).build().start();
        try {
            var address = "127.0.0.1:" + server.getPort();
            var loaded = directory.resolve("loaded");
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:file=" + loaded, "-XX:ActiveProcessorCount=2",
                    "-cp", System.getProperty("java.class.path"), "aurorapg.App")
                    .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
            builder.environment().putAll(java.util.Map.of(
                    "PULUMI_MONITOR", address, "PULUMI_ENGINE", address, "PULUMI_PROJECT", "aurora-postgres",
                    "PULUMI_STACK", "dev", "PULUMI_ORGANIZATION", "organization", "PULUMI_DRY_RUN", "false",
                    "PULUMI_CONFIG", CONFIG));
            var process = builder.start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program did not end");
            assertEquals(0, process.exitValue(), Files.readString(directory.resolve("log")));
            assertTrue(engine.registered().size() > 50, "registered " + engine.registered().size());
            var classes = Files.readString(loaded);
            assertTrue(classes.contains("aurorapg.network.Network "), "the log of classes is not what this test reads");
            assertFalse(classes.contains("aurorapg.plan."), "a deployment loads the plan's classes");
        } finally {
            server.shutdownNow();
        }
    }
}
