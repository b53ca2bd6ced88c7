package aurorapg.plan.picture;

import aurorapg.plan.picture.Architecture.Flow;
import aurorapg.plan.picture.Architecture.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Places whoever is outside the region, left of it, with their arrows. */
record Outside(Architecture drawn, Canvas canvas) {

    private static final int LONGEST_LIST = 16;
    private static final List<Kind> KINDS = List.of(Kind.PEOPLE, Kind.CLIENTS, Kind.INTERNET);
    /** Where labels of arrows stand that come in from the left. */
    private static final int ENTRY_X = Layout.VPC_X + 6;
    private static final int ENTRY_ROOM = Layout.ZONES_X - 6 - ENTRY_X;

    /** An arrow to or from a node outside, and where it meets the box inside. */
    private record Entry(Flow flow, Node node, String inner, int port) {}

    /** Who is outside, each beside where its arrow enters and below the one before; the lower end of the lowest. */
    int draw(int top) {
        var ports = new HashMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        for (var flow : drawn.flows()) {
            drawn.nodes().stream().filter(node -> KINDS.contains(node.kind()))
                    .filter(node -> node.id().equals(flow.from()) || node.id().equals(flow.to())).forEach(node -> {
                        var inner = node.id().equals(flow.from()) ? flow.to() : flow.from();
                        int before = ports.merge(inner, 1, Integer::sum) - 1;
                        int port = canvas.area(inner).y() + Layout.BASTION_PORT + Layout.PITCH * before;
                        entries.add(new Entry(flow, node, inner, port));
                    });
        }
        entries.sort(Comparator.comparingInt(Entry::port));
        int free = top;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var node = Layout.shortened(entry.node, LONGEST_LIST);
            int half = Math.min(Canvas.height(node.lines().size()) / 2, 24);
            var area = canvas.place(node, Layout.MARGIN, Math.max(free, entry.port - half), Layout.OUTSIDE_WIDTH, "");
            free = area.bottom() + Layout.PAD;
            int exit = Math.max(entry.port, area.y() + 12);
            int lane = area.right() + 10 + 8 * i;
            int end = canvas.area(entry.inner).x();
            if (entry.node.kind() == Kind.INTERNET) {
                canvas.arrow(entry.flow, end, entry.port, lane, entry.port, lane, exit, area.right(), exit);
            } else {
                canvas.arrow(entry.flow, area.right(), exit, lane, exit, lane, entry.port, end, entry.port);
            }
            canvas.above(entry.flow.label(), ENTRY_X, entry.port, ENTRY_ROOM);
        }
        return free;
    }
}
