package aurorapg.plan.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Boxes, labels and arrows at their places, in pixels from the upper left corner. */
final class Canvas {

    static final int TEXT = 12;
    static final int HEADING = 13;
    static final int LINE = 16;
    private static final int PAD = 8;
    private static final int GLYPH = 16;
    /** Space between an arrow and its label. */
    private static final int CLEAR = 5;

    /** How a box looks; frames may be crossed by arrows, everything else stands in their way. */
    enum Look { REGION, VPC, ZONE, PUBLIC, PRIVATE, BAND, BOX }

    /** A rectangle. */
    record Area(int x, int y, int width, int height) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + height / 2;
        }
    }

    /**
     * A box.
     *
     * @param kind whose glyph it shows; null for none
     * @param inside the box that it lies in; empty for the canvas
     * @param across whether it lies across the frames of zones and subnets in that box
     */
    record Box(String id, Look look, Kind kind, Area area, String inside, boolean across) {}

    /** A text by its left end and baseline; the full text is longer where it had to be cut. */
    record Label(String text, String full, int x, int y, int size, boolean bold) {
        Area area() {
            return new Area(x, y - size, Typeface.width(text, size, bold), size + size / 3);
        }
    }

    /** A corner of an arrow. */
    record Point(int x, int y) {}

    /** An arrow through its corners. */
    record Arrow(String from, String to, boolean traffic, List<Point> points) {}

    final Map<String, Box> boxes = new LinkedHashMap<>();
    final List<Label> labels = new ArrayList<>();
    final List<Arrow> arrows = new ArrayList<>();

    Area area(String id) {
        return boxes.get(id).area();
    }

    /** Keeps a place below what is drawn later, for frames whose size shows at the end. */
    void reserve(String... ids) {
        Stream.of(ids).forEach(id -> boxes.put(id, null));
    }

    /** A frame with its heading in one line or two. */
    void frame(String id, Look look, Area area, String inside, String... lines) {
        frame(id, look, area, inside, area.width, lines);
    }

    /** A frame whose heading must not take all of its width. */
    void frame(String id, Look look, Area area, String inside, int width, String... lines) {
        boxes.put(id, new Box(id, look, null, area, inside, look == Look.BAND));
        for (int i = 0; i < lines.length; i++) {
            text(lines[i], area.x + PAD, area.y + 18 + i * LINE, i == 0 ? HEADING : TEXT, i == 0, width - 2 * PAD);
        }
    }

    /** Height of a box with so many lines. */
    static int height(int lines) {
        return lines * LINE + 14;
    }

    /** A box with its glyph, heading and lines. */
    void node(Architecture.Node node, Area area, String inside, boolean across) {
        boxes.put(node.id(), new Box(node.id(), Look.BOX, node.kind(), area, inside, across));
        for (int i = 0; i < node.lines().size(); i++) {
            int x = area.x + PAD + (i == 0 ? GLYPH + 6 : 0);
            text(node.lines().get(i), x, area.y + 19 + i * LINE, i == 0 ? HEADING : TEXT, i == 0,
                    area.right() - 4 - x);
        }
    }

    /** A box as high as its lines. */
    Area place(Architecture.Node node, int x, int top, int width, String inside) {
        var area = new Area(x, top, width, height(node.lines().size()));
        node(node, area, inside, false);
        return area;
    }

    void text(String text, int x, int y, int size, boolean bold, int room) {
        if (!text.isEmpty()) {
            labels.add(new Label(Typeface.fit(text, size, bold, room), text, x, y, size, bold));
        }
    }

    /** An arrow through coordinates, x and y in turn. */
    void arrow(Architecture.Flow flow, int... coordinates) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < coordinates.length; i += 2) {
            var point = new Point(coordinates[i], coordinates[i + 1]);
            if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
                points.add(point);
            }
        }
        for (int i = points.size() - 2; i > 0; i--) {
            Point before = points.get(i - 1);
            Point here = points.get(i);
            Point after = points.get(i + 1);
            if (before.x == here.x && here.x == after.x || before.y == here.y && here.y == after.y) {
                points.remove(i);
            }
        }
        arrows.add(new Arrow(flow.from(), flow.to(), flow.traffic(), List.copyOf(points)));
    }

    /** A label above a horizontal line at {@code y}, from {@code x} on. */
    void above(String text, int x, int y, int room) {
        text(text, x, y - CLEAR, TEXT, false, room);
    }

    /** A label left of a vertical line at {@code x}, its baseline at {@code y}. */
    void leftOf(String text, int x, int y) {
        text(text, x - CLEAR - Typeface.width(text, TEXT, false), y, TEXT, false, Integer.MAX_VALUE);
    }

    /** A label right of a vertical line at {@code x}, its baseline at {@code y}. */
    void rightOf(String text, int x, int y) {
        text(text, x + CLEAR, y, TEXT, false, Integer.MAX_VALUE);
    }
}
