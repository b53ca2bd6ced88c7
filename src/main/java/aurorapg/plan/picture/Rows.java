package aurorapg.plan.picture;

import aurorapg.plan.picture.Architecture.Flow;
import java.util.Comparator;
import java.util.List;

/** The rows of boxes in the zones, and the lanes at their right end by which arrows pass rows on their way. */
final class Rows {

    static final List<Kind> KINDS =
            List.of(Kind.BASTION, Kind.INTERFACE_ENDPOINT, Kind.FUNCTION, Kind.PROXY, Kind.CLUSTER);
    private static final int LANE = 20;

    /** The kinds that are there, the bastion's always. */
    final List<Kind> present;
    final List<Flow> lanes;
    private final Architecture drawn;
    private final List<String> ends;

    Rows(Architecture drawn) {
        this.drawn = drawn;
        present = KINDS.stream().filter(kind -> kind == Kind.BASTION || !drawn.nodes(kind).isEmpty()).toList();
        // Between the bastion and the next row stand the NAT gateways.
        lanes = drawn.flows().stream()
                .filter(flow -> rank(flow.from()) >= 0)
                .filter(flow -> rank(flow.to()) - rank(flow.from()) > (rank(flow.from()) == 0 ? 0 : 1))
                .toList();
        // What lies deepest gets the outermost lane, so that the others end before they would have to cross it.
        ends = lanes.stream().map(Flow::to).distinct()
                .sorted(Comparator.<String>comparingInt(this::rank).reversed()).toList();
    }

    /** The row of a node, -1 for what stands in none. */
    int rank(String id) {
        return drawn.nodes().stream().filter(node -> node.id().equals(id))
                .mapToInt(node -> present.indexOf(node.kind())).findFirst().orElse(-1);
    }

    int laneX(Flow flow) {
        return Layout.BAND_RIGHT - 6 - ends.indexOf(flow.to()) * LANE;
    }

    /** The right end of a row, left of the lanes that pass it. */
    int right(Kind kind) {
        int rank = present.indexOf(kind);
        return lanes.stream().filter(flow -> rank(flow.from()) < rank && rank < rank(flow.to()))
                .mapToInt(flow -> laneX(flow) - 8).min().orElse(Layout.BAND_RIGHT);
    }

    /** Whether only the bastion's arrows to one node come by. */
    boolean single(Flow flow) {
        return ends.size() == 1 && rank(flow.from()) == 0;
    }
}
