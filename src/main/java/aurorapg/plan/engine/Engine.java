package aurorapg.plan.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/** The engine's side of the protocol: takes registrations down and answers as AWS would, without AWS. */
final class Engine extends EngineGrpc.EngineImplBase {

    private static final String STACK_TYPE = "pulumi:pulumi:Stack";
    private static final Set<String> FEATURES = Set.of("secrets", "resourceReferences", "aliasSpecs", "deletedWith");

    private final String project;
    private final String stack;
    private final Answers answers;
    private final JsonObject refs;
    private final Map<String, Registration> registered = new TreeMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile JsonObject outputs = new JsonObject();
    private volatile String root = "";

    Engine(String project, String stack, Answers answers, JsonObject refs) {
        this.project = project;
        this.stack = stack;
        this.answers = answers;
        this.refs = refs;
    }

    /** Registrations arrive in an order of their own in every run: these are sorted by URN. */
    List<Registration> registered() {
        synchronized (registered) {
            return new ArrayList<>(registered.values());
        }
    }

    JsonObject outputs() {
        return outputs;
    }

    List<String> errors() {
        return errors;
    }

    Monitor monitor() {
        return new Monitor();
    }

    @Override
    public void log(LogRequest request, StreamObserver<Empty> reply) {
        if (request.getSeverity() == LogSeverity.ERROR) {
            errors.add(request.getMessage());
        }
        answer(reply, Empty.getDefaultInstance());
    }

    @Override
    public void getRootResource(GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> reply) {
        answer(reply, GetRootResourceResponse.newBuilder().setUrn(root).build());
    }

    @Override
    public void setRootResource(SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> reply) {
        root = request.getUrn();
        answer(reply, SetRootResourceResponse.getDefaultInstance());
    }

    private static <T> void answer(StreamObserver<T> reply, T value) {
        reply.onNext(value);
        reply.onCompleted();
    }

    /** The part of the protocol that resources go through. */
    final class Monitor extends ResourceMonitorGrpc.ResourceMonitorImplBase {

        @Override
        public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> reply) {
            answer(reply, SupportsFeatureResponse.newBuilder().setHasSupport(FEATURES.contains(request.getId())).build());
        }

        @Override
        public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> reply) {
            try {
                answer(reply, register(request));
            } catch (IllegalStateException e) {
                errors.add(e.getMessage());
                reply.onError(Status.INTERNAL.withDescription(e.getMessage()).asRuntimeException());
            }
        }

        @Override
        public void registerResourceOutputs(RegisterResourceOutputsRequest request, StreamObserver<Empty> reply) {
            if (request.getUrn().equals(root) || request.getUrn().contains("::" + STACK_TYPE + "::")) {
                outputs = Wire.json(request.getOutputs());
            }
            answer(reply, Empty.getDefaultInstance());
        }

        @Override
        public void readResource(ReadResourceRequest request, StreamObserver<ReadResourceResponse> reply) {
            var name = request.getId();
            if (!request.getType().equals("pulumi:pulumi:StackReference") || !refs.has(name)) {
                var missing = "no outputs of stack " + name + ": give them by --refs";
                // Before the program hears of it: what it makes of it comes in any order.
                errors.add(missing);
                reply.onError(Status.NOT_FOUND.withDescription(missing).asRuntimeException());
                return;
            }
            var state = new JsonObject();
            state.addProperty("name", name);
            state.add("outputs", refs.get(name));
            state.add("secretOutputNames", new JsonArray());
            answer(reply, ReadResourceResponse.newBuilder()
                    .setUrn(urn("", request.getType(), request.getName())).setProperties(Wire.struct(state)).build());
        }

        @Override
        public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> reply) {
            var result = answers.of(request.getTok(), Wire.json(request.getArgs()));
            if (result == null) {
                reply.onError(Status.UNIMPLEMENTED.withDescription("a plan has no answer for " + request.getTok())
                        .asRuntimeException());
                return;
            }
            answer(reply, ResourceInvokeResponse.newBuilder().setReturn(Wire.struct(result)).build());
        }
    }

    private RegisterResourceResponse register(RegisterResourceRequest request) {
        var urn = urn(request.getParent(), request.getType(), request.getName());
        var inputs = Wire.json(request.getObject());
        synchronized (registered) {
            if (!request.getParent().isEmpty() && !registered.containsKey(request.getParent())) {
                throw new IllegalStateException("the parent of " + urn + " is not registered");
            }
            var before = registered.put(urn, new Registration(
                    urn, request.getType(), request.getName(), request.getParent(), request.getCustom(), inputs,
                    request.getDependenciesList().stream().sorted().toList(), request.getProtect(),
                    request.getRetainOnDelete(), request.getIgnoreChangesList().stream().sorted().toList(),
                    propertyDependencies(request)));
            if (before != null) {
                throw new IllegalStateException("registered twice: " + urn);
            }
        }
        var response = RegisterResourceResponse.newBuilder().setUrn(urn).setObject(request.getObject());
        if (request.getCustom()) {
            var computed = answers.of(request.getType(), request.getName(), urn, inputs);
            response.setId(computed.remove("id").getAsString());
            var state = Wire.struct(computed).toBuilder();
            request.getObject().getFieldsMap().forEach(state::putFields);
            response.setObject(state);
        }
        return response.build();
    }

    private static Map<String, List<String>> propertyDependencies(RegisterResourceRequest request) {
        var found = new TreeMap<String, List<String>>();
        request.getPropertyDependenciesMap().forEach((input, from) -> {
            if (from.getUrnsCount() > 0) {
                found.put(input, from.getUrnsList().stream().sorted().toList());
            }
        });
        return found;
    }

    private String urn(String parent, String type, String name) {
        var within = "";
        if (!parent.isEmpty() && !parent.contains("::" + STACK_TYPE + "::")) {
            within = parent.split("::")[2] + "$";
        }
        return "urn:pulumi:%s::%s::%s%s::%s".formatted(stack, project, within, type, name);
    }
}
