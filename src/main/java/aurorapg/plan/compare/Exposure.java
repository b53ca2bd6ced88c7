package aurorapg.plan.compare;

import aurorapg.plan.analysis.Door;
import aurorapg.plan.analysis.Excerpt;
import aurorapg.plan.analysis.Principals;
import aurorapg.plan.engine.Registration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who gets at something that was closed to them. */
final class Exposure {

    static final String NETWORK = "aws:ec2/vpc:Vpc";

    /** Stands for the port of the database, whatever its number. */
    private static final int DATABASE_PORT = -5432;

    private Exposure() {}

    /** What a rule that is added or changed lets in and no old one did. */
    static Optional<String> opened(Scene scene) {
        return Optional.ofNullable(scene.pair().after())
                .flatMap(Door::of)
                .filter(door -> scene.old().stream().map(Door::of).flatMap(Optional::stream)
                        .noneMatch(old -> old.covers(door)
                                || moving(old, scene.old()).covers(moving(door, scene.planned()))))
                .map(door -> "opens %s to %s (%s)".formatted(door.target(), door.source(), door.ports()));
    }

    /** A door for the whole network or on the database's port is none the wider for going where these go. */
    private static Door moving(Door door, List<Registration> resources) {
        boolean network = has(resources, NETWORK, "cidrBlock", door.source());
        boolean port = door.from() == door.to() && has(resources, DangerRules.CLUSTER, "port", "" + door.from());
        return new Door(door.target(), door.protocol(), port ? DATABASE_PORT : door.from(),
                port ? DATABASE_PORT : door.to(), network ? NETWORK : door.source());
    }

    private static boolean has(List<Registration> resources, String type, String input, String value) {
        return resources.stream().filter(one -> one.type().equals(type))
                .anyMatch(one -> Excerpt.text(one.inputs().get(input)).equals(value));
    }

    /**
     * Principals that a resource's policies admit and did not; of a resource that is new only everybody counts,
     * since it guards nothing yet that was closed to others.
     */
    static Optional<String> admitted(Scene scene) {
        var pair = scene.pair();
        if (pair.after() == null) {
            return Optional.empty();
        }
        var admitted = new TreeSet<>(Principals.of(pair.after()));
        if (pair.before() == null) {
            admitted.removeIf(one -> !one.startsWith(Principals.EVERYBODY));
        } else {
            admitted.removeAll(Principals.of(pair.before()));
        }
        // A principal that is new altogether need not be named a second time.
        var plain = Set.copyOf(admitted);
        admitted.removeIf(one -> one.endsWith(Principals.UNCONDITIONAL)
                && plain.contains(one.substring(0, one.length() - Principals.UNCONDITIONAL.length())));
        return admitted.isEmpty() ? Optional.empty() : Optional.of("admits " + String.join(", ", admitted));
    }
}
