package aurorapg.plan.picture;

import aurorapg.plan.picture.Architecture.Flow;
import aurorapg.plan.picture.Canvas.Look;

/** Draws the arrows between boxes that have their places. */
final class Routes {

    private final Architecture drawn;
    private final Canvas canvas;
    private final Rows rows;
    private final int firstRow;

    /** Routes on a canvas; {@code firstRow} is the upper edge of the private subnets' first row. */
    Routes(Architecture drawn, Canvas canvas, Rows rows, int firstRow) {
        this.drawn = drawn;
        this.canvas = canvas;
        this.rows = rows;
        this.firstRow = firstRow;
    }

    void draw() {
        rows.lanes.forEach(this::lane);
        for (var flow : drawn.flows()) {
            var from = kind(flow.from());
            var to = kind(flow.to());
            if (rows.lanes.contains(flow)) {
                continue;
            }
            if (to == Kind.NAT_GATEWAY) {
                toNat(flow);
            } else if (to == Kind.INTERNET_GATEWAY) {
                toInternetGateway(flow, from == Kind.BASTION);
            } else if (to == Kind.GATEWAY_ENDPOINT) {
                var subnet = canvas.area(flow.from());
                int line = subnet.y() + Layout.ROUTES;
                canvas.arrow(flow, subnet.x(), line, canvas.area(flow.to()).right(), line);
            } else if (Rows.KINDS.contains(from) && Rows.KINDS.contains(to)) {
                neighbours(flow);
            } else if (to == Kind.TOPIC || to == Kind.SECRET || to == Kind.MAIL || from == Kind.KEY) {
                service(flow, from, to);
            }
        }
    }

    private Kind kind(String id) {
        return canvas.boxes.get(id).kind();
    }

    private void lane(Flow flow) {
        var from = canvas.area(flow.from());
        int x = rows.laneX(flow);
        int top = canvas.area(flow.to()).y();
        if (rows.rank(flow.from()) == 0) {
            canvas.arrow(flow, x, from.bottom(), x, top);
        } else {
            int start = from.middleX() + Layout.PITCH;
            int turn = from.bottom() + 4;
            canvas.arrow(flow, start, from.bottom(), start, turn, x, turn, x, top);
        }
        boolean said = rows.lanes.subList(0, rows.lanes.indexOf(flow)).stream().anyMatch(
                other -> other.to().equals(flow.to()) && other.label().equals(flow.label()));
        if (!said) {
            // Above the first row is the most room, if only one lane comes by.
            canvas.leftOf(flow.label(), x, (rows.single(flow) ? firstRow : top) - 14);
        }
    }

    /** Down or up to the next row. */
    private void neighbours(Flow flow) {
        var from = canvas.area(flow.from());
        var to = canvas.area(flow.to());
        int x = from.middleX();
        int left = 0;
        for (var subnet : canvas.boxes.values()) {
            if (subnet.look() == Look.PRIVATE && subnet.area().x() - Layout.PAD <= from.middleX()) {
                left = subnet.area().x() + Layout.PAD;
                x = Math.max(left, Math.min(from.middleX(), subnet.area().right() - Layout.PAD));
            }
        }
        int end = Math.max(to.x() + 16, Math.min(x, to.right() - 16));
        boolean down = from.y() < to.y();
        int start = down ? from.bottom() : from.y();
        int stop = down ? to.y() : to.bottom();
        int turn = (start + stop) / 2;
        canvas.arrow(flow, x, start, x, turn, end, turn, end, stop);
        int baseline = Math.max(start, stop) - 16;
        // A label does not cross the border of its subnet.
        if (x - Layout.PAD - Typeface.width(flow.label(), Canvas.TEXT, false) > left) {
            canvas.leftOf(flow.label(), Math.min(x, end), baseline);
        } else {
            canvas.rightOf(flow.label(), Math.max(x, end), baseline);
        }
    }

    private void toNat(Flow flow) {
        var nat = canvas.area(flow.to());
        var subnet = canvas.area(flow.from());
        int x = subnet.x() + 8 + Layout.NAT_WIDTH / 2;
        int turn = subnet.y() - Layout.HEADING / 2;
        canvas.arrow(flow, x, subnet.y(), x, turn, nat.middleX(), turn, nat.middleX(), nat.bottom());
    }

    private void toInternetGateway(Flow flow, boolean bastion) {
        var gateway = canvas.area(flow.to());
        var from = canvas.area(flow.from());
        if (bastion) {
            int x = gateway.middleX() - Layout.PITCH;
            int port = from.bottom() - Layout.BASTION_PORT;
            canvas.arrow(flow, from.x(), port, x, port, x, gateway.y());
            canvas.above(flow.label(), x + 6, port, Layout.ZONES_X - 6 - x - 6);
        } else {
            int bus = gateway.y() - Layout.BUS / 2;
            int x = gateway.middleX() + Layout.PITCH;
            canvas.arrow(flow, from.middleX(), from.y(), from.middleX(), bus, x, bus, x, gateway.y());
        }
    }

    private void service(Flow flow, Kind from, Kind to) {
        var start = canvas.area(flow.from());
        var end = canvas.area(flow.to());
        if (start.x() == end.x() || to == Kind.MAIL) {
            boolean up = end.y() < start.y();
            int x = Layout.SERVICES_X + Layout.SERVICE_WIDTH / 2;
            canvas.arrow(flow, x, up ? start.y() : start.bottom(), x, up ? end.bottom() : end.y());
            canvas.rightOf(flow.label(), x, up ? start.y() - 18 : start.bottom() + 26);
            return;
        }
        int lane = Layout.SERVICES_X - 14;
        boolean cluster = from == Kind.CLUSTER;
        int port = start.middleY() + (!cluster ? 0 : to == Kind.TOPIC ? -Layout.PITCH : Layout.PITCH);
        if (from == Kind.KEY) {
            canvas.arrow(flow, start.x(), port, end.right(), port);
        } else {
            int entry = to == Kind.SECRET ? end.middleY() : cluster ? end.bottom() - 12 : end.y() + 12;
            canvas.arrow(flow, start.right(), port, lane, port, lane, entry, end.x(), entry);
        }
        canvas.above(flow.label(), Layout.VPC_RIGHT + 6, port, lane - 6 - Layout.VPC_RIGHT - 6);
    }
}
