package aurorapg.plan.picture;

import aurorapg.plan.picture.Architecture.Node;
import aurorapg.plan.picture.Architecture.Subnet;
import aurorapg.plan.picture.Architecture.Zone;
import aurorapg.plan.picture.Canvas.Area;
import aurorapg.plan.picture.Canvas.Look;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Where everything stands. From left to right: who is outside, the gateways, the zones, the region's services. What
 * lies in all zones is a band across their subnets: of an instance nobody knows the zone before AWS has chosen it.
 */
final class Layout {

    static final int WIDTH = 1280;
    static final int MARGIN = 16;
    static final int PAD = 12;
    static final int HEADING = 30;
    private static final int GAP = 34;
    static final int PITCH = 24;
    static final int OUTSIDE_WIDTH = 182;
    private static final int GATEWAY_WIDTH = 100;
    static final int SERVICE_WIDTH = 172;
    private static final int MAIL_WIDTH = 300;
    static final int NAT_WIDTH = 96;
    private static final int INSTANCES_A_ROW = 4;
    private static final int LONGEST_MAIL = 3;
    private static final int SUBNET_HEADING = 42;
    /** How far below a private subnet's upper edge its routes to gateway endpoints leave it. */
    static final int ROUTES = 54;
    static final int BUS = 28;
    static final int BASTION_PORT = 16;
    private static final int BASTION_HEIGHT = 2 * BASTION_PORT + 2 * PITCH;
    private static final int SERVICE_GAP = 44;
    private static final int REGION_X = MARGIN + OUTSIDE_WIDTH + 48;
    static final int VPC_X = REGION_X + PAD;
    static final int ZONES_X = VPC_X + PAD + GATEWAY_WIDTH + 20;
    static final int SERVICES_X = WIDTH - MARGIN - PAD - SERVICE_WIDTH;
    static final int VPC_RIGHT = SERVICES_X - 124;
    private static final int ZONES_RIGHT = VPC_RIGHT - PAD;
    private static final int BAND_X = ZONES_X + 16;
    static final int BAND_RIGHT = ZONES_RIGHT - 16;

    private static final String REGION = "region";
    private static final String VPC = "vpc";

    private final Architecture drawn;
    private final Canvas canvas = new Canvas();
    private final Rows rows;
    /** The lower end of what has been placed in the network. */
    private int y;
    private int firstRow;

    private Layout(Architecture drawn) {
        this.drawn = drawn;
        rows = new Rows(drawn);
    }

    /** A picture: its height in pixels, what it tells and what stands on it. */
    record Drawing(int height, Architecture architecture, Canvas canvas) {}

    static Drawing of(Architecture drawn) {
        var layout = new Layout(drawn);
        return new Drawing(layout.draw(), drawn, layout.canvas);
    }

    private int draw() {
        int top = header();
        canvas.reserve(REGION, VPC);
        y = top + HEADING + HEADING;
        int zonesTop = y;
        drawn.zones().forEach(zone -> {
            canvas.reserve(zoneId(zone));
            zone.subnets().forEach(subnet -> canvas.reserve(subnet.id()));
        });
        tier(true, this::publicRows);
        tier(false, () -> privateRows(top));
        each(drawn.zones(), (zone, area) -> canvas.frame(
                zoneId(zone), Look.ZONE, new Area(area.x(), zonesTop, area.width(), y - zonesTop), VPC, zone.name()));
        y += PAD;
        canvas.frame(VPC, Look.VPC, new Area(VPC_X, top + HEADING, VPC_RIGHT - VPC_X, y - top - HEADING), REGION,
                drawn.network());
        y = Math.max(y, services(top));
        canvas.frame(REGION, Look.REGION, new Area(REGION_X, top, WIDTH - MARGIN - REGION_X, y + PAD - top), "",
                drawn.region());
        y = Math.max(y + PAD, new Outside(drawn, canvas).draw(top)) + 26;
        new Routes(drawn, canvas, rows, firstRow).draw();
        canvas.text("Solid arrows: allowed traffic, ports where security groups name them. "
                + "Dashed arrows: what AWS does. <name>: what AWS decides.",
                REGION_X, y, Canvas.TEXT, false, WIDTH - MARGIN - REGION_X);
        return y + MARGIN;
    }

    private int header() {
        var mail = drawn.nodes(Kind.MAIL);
        int room = WIDTH - 3 * MARGIN - (mail.isEmpty() ? 0 : MAIL_WIDTH);
        canvas.text(drawn.title(), MARGIN, 42, 22, true, room);
        canvas.text(drawn.subtitle(), MARGIN, 66, Canvas.HEADING, false, room);
        mail.forEach(node -> canvas.place(
                shortened(node, LONGEST_MAIL), WIDTH - MARGIN - MAIL_WIDTH, MARGIN, MAIL_WIDTH, ""));
        return mail.isEmpty() ? 86 : Math.max(86, canvas.area(mail.get(0).id()).bottom() + 22);
    }

    private static String zoneId(Zone zone) {
        return "zone " + zone.name();
    }

    /** The node with its first lines; how many more there are stands in the last. */
    static Node shortened(Node node, int longest) {
        int more = node.lines().size() - 1 - longest;
        return more <= 0 ? node : new Node(node.id(), node.kind(), Stream.concat(
                node.lines().stream().limit(longest),
                Stream.of("and %d more: ".formatted(more + 1)
                        + String.join(", ", node.lines().subList(longest, node.lines().size())))).toList(), List.of());
    }

    /** The places of the zones' columns, as wide as each other. */
    private static <T> void each(List<T> all, BiConsumer<T, Area> action) {
        int count = Math.max(1, all.size());
        int width = (ZONES_RIGHT - ZONES_X - (count - 1) * PAD) / count;
        for (int i = 0; i < all.size(); i++) {
            action.accept(all.get(i), new Area(ZONES_X + i * (width + PAD), 0, width, 0));
        }
    }

    /** The zones' public or private subnets, around what lies in them. */
    private void tier(boolean open, Runnable content) {
        boolean any = drawn.zones().stream().anyMatch(zone -> zone.subnet(open).isPresent());
        y += any ? HEADING : 0;
        int top = y;
        y += any ? SUBNET_HEADING : 0;
        content.run();
        y += PAD;
        int height = y - top;
        each(drawn.zones(), (zone, area) -> zone.subnet(open).ifPresent(subnet -> canvas.frame(
                subnet.id(), open ? Look.PUBLIC : Look.PRIVATE, new Area(area.x() + 8, top, area.width() - 16, height),
                zoneId(zone), room(area), open ? "Public subnet" : "Private subnet", subnet.cidr())));
        // The heading of the next tier is where the routes to the NAT gateways turn.
        y += any && !open ? 8 : 0;
        drawn.nodes(Kind.GATEWAY_ENDPOINT).stream().filter(node -> !open)
                .forEach(node -> canvas.place(node, VPC_X + PAD, top + ROUTES - 23, GATEWAY_WIDTH, VPC));
    }

    /** What a subnet's heading may take before it meets a lane. */
    private int room(Area zone) {
        int right = rows.lanes.stream().mapToInt(flow -> rows.laneX(flow) - 4).min().orElse(WIDTH);
        return Math.min(zone.width() - 16, right - zone.x());
    }

    private void publicRows() {
        for (var bastion : drawn.nodes(Kind.BASTION)) {
            var area = new Area(BAND_X, y, BAND_RIGHT - BAND_X, BASTION_HEIGHT);
            canvas.node(bastion, area, VPC, true);
            y = area.bottom();
        }
        boolean gateways = drawn.zones().stream().flatMap(zone -> zone.subnets().stream())
                .anyMatch(subnet -> !subnet.gateways().isEmpty());
        var internet = drawn.nodes(Kind.INTERNET_GATEWAY);
        if (gateways || !internet.isEmpty()) {
            int top = y + BUS;
            each(drawn.zones(), (zone, area) -> zone.subnet(true).map(Subnet::gateways).orElse(List.of())
                    .forEach(nat -> canvas.place(nat, area.x() + 16, top, NAT_WIDTH, zone.subnet(true).get().id())));
            internet.forEach(node -> canvas.place(node, VPC_X + PAD, top, GATEWAY_WIDTH, VPC));
            y = top + Canvas.height(3);
        }
    }

    private void privateRows(int top) {
        for (var kind : rows.present.subList(1, rows.present.size())) {
            y += GAP;
            firstRow = firstRow == 0 ? y : firstRow;
            if (kind == Kind.CLUSTER) {
                drawn.nodes(kind).forEach(node -> cluster(node, top));
            } else {
                row(kind.name(), drawn.nodes(kind), rows.right(kind));
            }
        }
    }

    private void row(String id, List<Node> nodes, int right) {
        int height = Canvas.height(nodes.stream().mapToInt(node -> node.lines().size()).max().orElse(1));
        canvas.frame(id, Look.BAND, new Area(BAND_X, y, right - BAND_X, height + 16), VPC);
        int width = (right - BAND_X - 8) / nodes.size() - 8;
        for (int i = 0; i < nodes.size(); i++) {
            canvas.node(nodes.get(i), new Area(BAND_X + 8 + i * (width + 8), y + 8, width, height), id, false);
        }
        y += height + 16;
    }

    private void cluster(Node node, int top) {
        int head = Canvas.height(node.lines().size());
        int rowsOfInstances = (node.parts().size() + INSTANCES_A_ROW - 1) / INSTANCES_A_ROW;
        int height = Math.max(4 * PITCH + 12, head + rowsOfInstances * (Canvas.height(2) + 8) + 4);
        // The key stands beside the middle, the topic above the key.
        y = Math.max(y, top + HEADING + Canvas.height(2) * 3 / 2 + SERVICE_GAP + PAD - height / 2);
        canvas.node(node, new Area(BAND_X, y, BAND_RIGHT - BAND_X, height), VPC, true);
        int width = (BAND_RIGHT - BAND_X - 2 * PAD - (INSTANCES_A_ROW - 1) * 8) / INSTANCES_A_ROW;
        for (int i = 0; i < node.parts().size(); i++) {
            canvas.place(node.parts().get(i), BAND_X + PAD + i % INSTANCES_A_ROW * (width + 8),
                    y + head + i / INSTANCES_A_ROW * (Canvas.height(2) + 8), width, node.id());
        }
        y += height;
    }

    /** The region's services beside the cluster; the lower end of the lowest. */
    private int services(int top) {
        int step = Canvas.height(2) + SERVICE_GAP;
        int middle = drawn.nodes(Kind.CLUSTER).stream().findFirst().map(node -> canvas.area(node.id()).middleY())
                .orElse(Math.max(y - 60, top + HEADING + step + Canvas.height(2) / 2));
        int bottom = 0;
        for (var kind : List.of(Kind.TOPIC, Kind.KEY, Kind.SECRET)) {
            int place = middle - Canvas.height(2) / 2 + (kind == Kind.TOPIC ? -step : kind == Kind.KEY ? 0 : step);
            for (var node : drawn.nodes(kind)) {
                bottom = canvas.place(node, SERVICES_X, place, SERVICE_WIDTH, REGION).bottom();
            }
        }
        return bottom;
    }
}
