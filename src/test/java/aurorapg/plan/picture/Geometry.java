package aurorapg.plan.picture;

import aurorapg.plan.picture.Canvas.Area;
import aurorapg.plan.picture.Canvas.Arrow;
import aurorapg.plan.picture.Canvas.Box;
import aurorapg.plan.picture.Canvas.Label;
import aurorapg.plan.picture.Canvas.Look;
import aurorapg.plan.picture.Canvas.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the places of a drawing. */
final class Geometry {

    private static final int SPACE = 4;
    private static final int TIP = 8;
    private static final Set<Look> COLUMNS = EnumSet.of(Look.ZONE, Look.PUBLIC, Look.PRIVATE);

    private final Layout.Drawing drawing;
    private final Canvas canvas;
    private final List<Box> boxes;
    private final List<String> wrong = new ArrayList<>();

    private Geometry(Layout.Drawing drawing) {
        this.drawing = drawing;
        canvas = drawing.canvas();
        boxes = List.copyOf(canvas.boxes.values());
    }

    static List<String> wrong(Layout.Drawing drawing) {
        var geometry = new Geometry(drawing);
        geometry.check();
        return geometry.wrong;
    }

    private void check() {
        var paper = new Area(0, 0, Layout.WIDTH, drawing.height());
        for (int i = 0; i < boxes.size(); i++) {
            expect(holds(paper, boxes.get(i).area(), SPACE), "off the paper", boxes.get(i));
            for (int j = 0; j < i; j++) {
                pair(boxes.get(j), boxes.get(i));
            }
        }
        for (int i = 0; i < canvas.labels.size(); i++) {
            var label = canvas.labels.get(i);
            expect(holds(paper, label.area(), SPACE), "off the paper", label);
            expect(label.size() >= 12, "small", label);
            expect(label.text().equals(label.full()) || label.text().length() > 3, "cut to nothing", label);
            boxes.forEach(box -> label(label, box));
            for (int j = 0; j < i; j++) {
                var other = canvas.labels.get(j);
                expect(!meet(label.area(), other.area(), 0), "on each other", label, other);
            }
        }
        for (int i = 0; i < canvas.arrows.size(); i++) {
            arrow(canvas.arrows.get(i));
            for (int j = 0; j < i; j++) {
                together(canvas.arrows.get(i), canvas.arrows.get(j));
            }
        }
    }

    private void pair(Box outer, Box inner) {
        if (!meet(outer.area(), inner.area(), SPACE)) {
            return;
        }
        if (ancestors(inner).contains(outer)) {
            expect(holds(outer.area(), inner.area(), SPACE), "not inside", inner, outer);
            return;
        }
        var band = chain(inner).stream().filter(Box::across).findFirst();
        boolean crosses = COLUMNS.contains(outer.look()) && band.isPresent();
        expect(crosses, "overlap", outer, inner);
        if (crosses) {
            var area = band.get().area();
            expect(area.y() >= outer.area().y() + SPACE && area.bottom() <= outer.area().bottom() - SPACE,
                    "band leaves its row", band.get(), outer);
        }
    }

    private void label(Label label, Box box) {
        if (meet(label.area(), box.area(), 1) && !holds(box.area(), label.area(), 1)) {
            boolean hidden = COLUMNS.contains(box.look())
                    && boxes.stream().anyMatch(band -> band.across() && holds(band.area(), label.area(), 1));
            expect(hidden, "on a border", label, box);
        }
    }

    private void arrow(Arrow arrow) {
        var points = arrow.points();
        expect(onEdge(points.get(0), canvas.area(arrow.from())), "does not start at its box", arrow);
        expect(onEdge(points.get(points.size() - 1), canvas.area(arrow.to())), "does not end at its box", arrow);
        var last = points.size() - 1;
        expect(length(points.get(last - 1), points.get(last)) >= TIP, "no room for its tip", arrow);
        for (int i = 1; i < points.size(); i++) {
            var segment = segment(points.get(i - 1), points.get(i));
            expect(segment.width() == 0 || segment.height() == 0, "slanting", arrow);
            for (var box : boxes) {
                boolean end = box.id().equals(arrow.from()) || box.id().equals(arrow.to());
                boolean around = chain(canvas.boxes.get(arrow.from())).contains(box)
                        || chain(canvas.boxes.get(arrow.to())).contains(box);
                if (box.look() == Look.BOX || box.look() == Look.BAND && !around) {
                    expect(!meet(segment, box.area(), end ? -1 : 2), "through a box", arrow, box);
                }
            }
            canvas.labels.forEach(label -> expect(!meet(segment, label.area(), 1), "through a label", arrow, label));
        }
    }

    /** Arrows run together only from the same start or to the same end. */
    private void together(Arrow one, Arrow other) {
        if (one.from().equals(other.from()) || one.to().equals(other.to())) {
            return;
        }
        for (int i = 1; i < one.points().size(); i++) {
            var a = segment(one.points().get(i - 1), one.points().get(i));
            for (int j = 1; j < other.points().size(); j++) {
                var b = segment(other.points().get(j - 1), other.points().get(j));
                boolean parallel = a.width() == 0 && b.width() == 0 || a.height() == 0 && b.height() == 0;
                expect(!(parallel && meet(a, b, 3)), "run together", one, other);
            }
        }
    }

    private List<Box> ancestors(Box box) {
        var found = new ArrayList<Box>();
        for (var at = canvas.boxes.get(box.inside()); at != null; at = canvas.boxes.get(at.inside())) {
            found.add(at);
        }
        return found;
    }

    private List<Box> chain(Box box) {
        var found = new ArrayList<>(List.of(box));
        found.addAll(ancestors(box));
        return found;
    }

    private static Area segment(Point from, Point to) {
        return new Area(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()),
                Math.abs(from.x() - to.x()), Math.abs(from.y() - to.y()));
    }

    private static int length(Point from, Point to) {
        return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    }

    private static boolean onEdge(Point point, Area area) {
        var dot = new Area(point.x(), point.y(), 0, 0);
        return holds(area, dot, 0) && !holds(area, dot, 1);
    }

    private static boolean holds(Area outer, Area inner, int space) {
        return inner.x() >= outer.x() + space && inner.y() >= outer.y() + space
                && inner.right() <= outer.right() - space && inner.bottom() <= outer.bottom() - space;
    }

    private static boolean meet(Area one, Area other, int space) {
        return one.x() < other.right() + space && other.x() < one.right() + space
                && one.y() < other.bottom() + space && other.y() < one.bottom() + space;
    }

    private void expect(boolean right, String what, Object... where) {
        if (!right) {
            wrong.add(what + ": " + List.of(where));
        }
    }
}
