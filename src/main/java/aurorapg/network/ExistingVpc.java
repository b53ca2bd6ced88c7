package aurorapg.network;

import aurorapg.location.Location;
import aurorapg.network.UsedNetwork.SecretsManagerWay;
import aurorapg.settings.NetworkSettings;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.inputs.GetRouteTablePlainArgs;
import com.pulumi.aws.ec2.inputs.GetSubnetPlainArgs;
import com.pulumi.aws.ec2.inputs.GetVpcEndpointPlainArgs;
import com.pulumi.aws.ec2.inputs.GetVpcPlainArgs;
import com.pulumi.aws.ec2.outputs.GetRouteTableResult;
import com.pulumi.aws.ec2.outputs.GetRouteTableRoute;
import com.pulumi.aws.ec2.outputs.GetSubnetResult;
import com.pulumi.aws.ec2.outputs.GetVpcResult;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A VPC that is there already, asked of AWS and checked before anything is registered. Nothing of it is changed. */
public final class ExistingVpc {

    /** Aurora wants subnets in two zones at least (RDS user guide, DB subnet groups). */
    private static final int ZONES = 2;

    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String PRIVATE = "privateSubnetIds";

    private final NetworkSettings.Existing asked;
    private final List<String> wrongs = new ArrayList<>();

    private ExistingVpc(NetworkSettings.Existing asked) {
        this.asked = asked;
    }

    /**
     * The VPC as the rest of the stack needs it.
     *
     * @param database whether a cluster is to live in the private subnets
     * @param bootstrap whether they have to reach Secrets Manager
     * @throws RunException with everything that does not fit
     */
    public static UsedNetwork of(
            NetworkSettings.Existing asked, Location location, boolean database, boolean bootstrap) {
        var check = new ExistingVpc(asked);
        var used = check.used(location, database, bootstrap);
        if (!check.wrongs.isEmpty()) {
            throw new RunException(
                    "The existing network does not fit, nothing was registered:\n" + String.join("\n", check.wrongs));
        }
        return used;
    }

    private UsedNetwork used(Location location, boolean database, boolean bootstrap) {
        var vpc = vpc();
        asked.publicSubnetIds().forEach(id -> subnet("publicSubnetIds", id));
        var subnets = asked.privateSubnetIds().stream().flatMap(id -> subnet(PRIVATE, id).stream()).toList();
        var zones = subnets.stream().map(GetSubnetResult::availabilityZone).distinct().toList();
        if (database && subnets.size() == asked.privateSubnetIds().size() && zones.size() < ZONES) {
            wrong(PRIVATE, "lie in one zone, %s".formatted(String.join(", ", zones)), "subnets in at least two zones");
        }
        var tables = subnets.stream().flatMap(one -> routes(one.id(), vpc).stream()).toList();
        for (int at = 0; at < tables.size(); at++) {
            if (tables.get(at).stream().anyMatch(route -> text(route.gatewayId()).startsWith("igw-"))) {
                wrong(PRIVATE, "names %s, which has a route to an internet gateway".formatted(subnets.get(at).id()),
                        "subnets without one");
            }
        }
        boolean out = !tables.isEmpty() && tables.stream().allMatch(ExistingVpc::leadsOut);
        var endpoint = bootstrap && wrongs.isEmpty() ? endpoint(location) : Optional.of(false);
        if (bootstrap && wrongs.isEmpty() && endpoint.equals(Optional.of(false)) && !out) {
            wrong(PRIVATE, "have no way to Secrets Manager, which the bootstrap needs",
                    "an interface endpoint for it in the VPC, a default route by a NAT gateway,"
                            + " or database.bootstrap.enabled: false");
        }
        var block = out && !endpoint.equals(Optional.of(true)) ? ANYWHERE : vpc.map(GetVpcResult::cidrBlock).orElse("");
        return new UsedNetwork(
                Output.of(asked.vpcId()), Output.of(asked.publicSubnetIds()), Output.of(asked.privateSubnetIds()),
                Optional.empty(), new SecretsManagerWay.Addresses(Output.of(block)));
    }

    private Optional<GetVpcResult> vpc() {
        var vpc = known("vpcId", asked.vpcId(), Ec2Functions.getVpcPlain(GetVpcPlainArgs.builder().id(asked.vpcId()).build()));
        vpc.filter(one -> !one.enableDnsSupport() || !one.enableDnsHostnames()).ifPresent(one -> wrong(
                "vpcId", "is \"%s\", whose DNS support or DNS hostnames are off".formatted(asked.vpcId()),
                "a VPC with both on: the cluster and the endpoints are found by name"));
        return vpc;
    }

    private Optional<GetSubnetResult> subnet(String key, String id) {
        var subnet = known(key, id, Ec2Functions.getSubnetPlain(
                GetSubnetPlainArgs.builder().id(id).vpcId(asked.vpcId()).build()));
        subnet.filter(one -> !one.vpcId().equals(asked.vpcId())).ifPresent(one -> wrong(
                key, "names %s, which belongs to %s".formatted(id, one.vpcId()), "subnets of " + asked.vpcId()));
        return subnet;
    }

    /** A subnet without a table of its own has its VPC's main one. */
    private Optional<List<GetRouteTableRoute>> routes(String subnetId, Optional<GetVpcResult> vpc) {
        var own = answer(Ec2Functions.getRouteTablePlain(GetRouteTablePlainArgs.builder().subnetId(subnetId).build()));
        return own.or(() -> vpc.flatMap(one -> known(PRIVATE, subnetId, Ec2Functions.getRouteTablePlain(
                        GetRouteTablePlainArgs.builder().routeTableId(one.mainRouteTableId()).build()))))
                .map(GetRouteTableResult::routes);
    }

    /** Whether the VPC has an endpoint for Secrets Manager; empty where AWS would not say. */
    private Optional<Boolean> endpoint(Location location) {
        try {
            var found = Ec2Functions.getVpcEndpointPlain(GetVpcEndpointPlainArgs.builder()
                    .vpcId(asked.vpcId())
                    .serviceName("%s.%s.secretsmanager".formatted(location.reverseDnsPrefix(), location.region()))
                    .build()).join();
            return Optional.of(text(found.state()).equals("available"));
        } catch (CompletionException e) {
            return message(e).contains("no matching") ? Optional.of(false) : Optional.empty();
        }
    }

    private static boolean leadsOut(List<GetRouteTableRoute> routes) {
        return routes.stream().anyMatch(route -> text(route.cidrBlock()).equals(ANYWHERE)
                && !(text(route.natGatewayId()) + text(route.transitGatewayId()) + text(route.networkInterfaceId())
                        + text(route.gatewayId())).isEmpty());
    }

    private <T> Optional<T> known(String key, String id, CompletableFuture<T> asking) {
        try {
            return Optional.of(asking.join());
        } catch (CompletionException e) {
            wrong(key, "names %s, which AWS does not find: %s".formatted(id, message(e)),
                    key.equals("vpcId") ? "the id of a VPC of this region" : "subnets of " + asked.vpcId());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> answer(CompletableFuture<T> asking) {
        try {
            return Optional.of(asking.join());
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    private static String message(CompletionException e) {
        return String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private void wrong(String key, String wrong, String allowed) {
        wrongs.add("aurora-postgres:network.%s: %s (%s)".formatted(key, wrong, allowed));
    }
}
