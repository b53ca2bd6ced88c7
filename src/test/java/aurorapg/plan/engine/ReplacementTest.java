package aurorapg.plan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.ResourceType;
import aurorapg.settings.ConfigurationReader;
import com.google.gson.JsonObject;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

/** In which order a replacement goes: a plan does not show it, and it decides whether data survives. */
class ReplacementTest {

    private static final Map<String, String> CONFIG = Map.of(
            "aurora-postgres:stage", "dev",
            "aurora-postgres:tags",
            """
            {"application": "Sample App", "applicationVersion": "1", "projectCostCenter": "1", "compliance": "none",
             "serviceOwnersEmailContact": "a@example.com", "confidentiality": "private"}""",
            "aurora-postgres:notificationEmail", "a@example.com",
            "aurora-postgres:network", "{\"cidr\": \"10.33.0.0/16\"}",
            "aurora-postgres:database", "{\"name\": \"sampledb\", \"masterUsername\": \"sampleowner\"}");

    @Test
    void new_cluster_is_asked_for_before_the_old_one_goes_even_where_the_provider_would_delete_first() throws Exception {
        var cluster = requests().get("dev-cluster");
        assertTrue(cluster.getDeleteBeforeReplaceDefined(), "left to the provider, which deletes what bears a given name");
        assertEquals(false, cluster.getDeleteBeforeReplace());
    }

    private static Map<String, RegisterResourceRequest> requests() throws Exception {
        var engine = new Engine(
                "aurora-postgres", "dev", new Answers(Region.of("us-east-1", List.of()), ResourceType.allAnswers()), new JsonObject());
        var seen = new ConcurrentHashMap<String, RegisterResourceRequest>();
        var settings = ConfigurationReader.read("aurora-postgres", CONFIG);
        var exit = ProgramRun.start(
                "aurora-postgres", "dev", settings, Path.of(""),
                engine, () -> ServerInterceptors.intercept(engine.monitor(), new Seeing(seen)));
        assertEquals(0, exit, () -> engine.errors().toString());
        return seen;
    }

    private record Seeing(Map<String, RegisterResourceRequest> seen) implements ServerInterceptor {
        @Override
        public <I, O> ServerCall.Listener<I> interceptCall(
                ServerCall<I, O> call, Metadata headers, ServerCallHandler<I, O> next) {
            return new ForwardingServerCallListener.SimpleForwardingServerCallListener<I>(next.startCall(call, headers)) {
                @Override
                public void onMessage(I message) {
                    if (message instanceof RegisterResourceRequest request) {
                        seen.put(request.getName(), request);
                    }
                    super.onMessage(message);
                }
            };
        }
    }
}
