package aurorapg.plan.engine;

import io.grpc.BindableService;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.inprocess.InProcessSocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What the program and an engine of the same process talk over: the protocol without sockets. The SDK gives an address to
 * gRPC's default provider of channels, and that is this one from the first line on; no deployment loads it.
 */
final class InProcessLine implements AutoCloseable {

    static {
        ManagedChannelRegistry.getDefaultRegistry().register(new Channels());
    }

    private final String address = UUID.randomUUID().toString();
    private final Server server;

    InProcessLine(BindableService... services) {
        var builder = InProcessServerBuilder.forName(address).directExecutor();
        for (var service : services) {
            builder.addService(service);
        }
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a deployment's settings take for its monitor and its engine. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Channels extends ManagedChannelProvider {

        @Override
        protected boolean isAvailable() {
            return true;
        }

        @Override
        protected int priority() {
            return 10;
        }

        @Override
        protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
            return builderForTarget(name);
        }

        @Override
        protected ManagedChannelBuilder<?> builderForTarget(String target) {
            return InProcessChannelBuilder.forName(target);
        }

        @Override
        protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
            return Set.of(InProcessSocketAddress.class);
        }
    }
}
