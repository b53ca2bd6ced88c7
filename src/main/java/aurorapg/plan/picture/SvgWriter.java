package aurorapg.plan.picture;

import aurorapg.plan.picture.Canvas.Arrow;
import aurorapg.plan.picture.Canvas.Box;
import aurorapg.plan.picture.Canvas.Label;
import aurorapg.plan.picture.Canvas.Look;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a drawing as SVG. */
final class SvgWriter {

    private static final String STYLE =
            """
            text{font-family:%s;font-size:12px;fill:var(--muted)}
            .h{font-size:13px;font-weight:600;fill:var(--ink)}
            .t{font-size:22px;font-weight:600;fill:var(--ink)}
            rect{fill:none;stroke:var(--frame)}
            .paper{fill:var(--paper);stroke:none}
            .region{stroke-width:1.5}
            .vpc{fill:var(--vpc);stroke-width:1.5}
            .zone{stroke-dasharray:5 4}
            .public{fill:var(--public);stroke:var(--public-edge)}
            .private{fill:var(--private);stroke:var(--private-edge)}
            .band{fill:var(--private);stroke:var(--private-edge);stroke-dasharray:2 3}
            .box{fill:var(--box)}
            path{fill:none;stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}
            .a{stroke:var(--line)}
            .d{stroke:var(--line);stroke-dasharray:4 4}
            marker path{fill:var(--line);stroke:none}
            """;

    private static final String TIP =
            """
            <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
            markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0l8 4-8 4z"/></marker></defs>
            """;

    private SvgWriter() {}

    static String write(Layout.Drawing drawing) {
        var canvas = drawing.canvas();
        var about = drawing.architecture();
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                .formatted(Layout.WIDTH, drawing.height()));
        svg.append(" role=\"img\" aria-labelledby=\"title desc\">\n");
        svg.append("<title id=\"title\">Architecture of stack %s</title>\n".formatted(escape(about.title())));
        svg.append("<desc id=\"desc\">%s</desc>\n".formatted(escape(description(drawing))));
        svg.append("<style>\nsvg{%s}\n@media (prefers-color-scheme:dark){svg{%s}}\n"
                .formatted(colours(tone -> tone.light), colours(tone -> tone.dark)));
        svg.append(STYLE.formatted(Typeface.STACK));
        Arrays.stream(Tone.values()).filter(Tone::ofGlyphs)
                .forEach(tone -> svg.append(".%s{stroke:var(--%1$s)}\n".formatted(tone.id())));
        svg.append("</style>\n").append(TIP);
        svg.append("<rect class=\"paper\" width=\"%d\" height=\"%d\" rx=\"10\"/>\n"
                .formatted(Layout.WIDTH, drawing.height()));
        canvas.boxes.values().stream().filter(box -> box.look() != Look.BOX).forEach(box -> svg.append(box(box)));
        canvas.arrows.forEach(arrow -> svg.append(arrow(arrow)));
        canvas.boxes.values().stream().filter(box -> box.look() == Look.BOX).forEach(box -> svg.append(box(box)));
        canvas.labels.forEach(label -> svg.append(label(label)));
        return svg.append("</svg>\n").toString();
    }

    private static String colours(Function<Tone, String> mode) {
        return Arrays.stream(Tone.values()).map(tone -> "--" + tone.id() + ":" + mode.apply(tone))
                .collect(Collectors.joining(";"));
    }

    /** What the boxes say, for those who do not see them. */
    private static String description(Layout.Drawing drawing) {
        var about = drawing.architecture();
        return about.subtitle() + ". " + about.region() + ". " + about.network() + ". "
                + about.nodes().stream().map(node -> String.join(" ", node.lines()))
                        .collect(Collectors.joining(". ", "", "."));
    }

    private static String box(Box box) {
        var area = box.area();
        var rect = "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n".formatted(
                box.look().name().toLowerCase(java.util.Locale.ROOT), area.x(), area.y(), area.width(), area.height(),
                box.look() == Look.BOX ? 6 : 8);
        return box.kind() == null ? rect : rect
                + "<path class=\"%s\" transform=\"translate(%d %d)\" d=\"%s\"/>\n".formatted(
                box.kind().tone.id(), area.x() + 8, area.y() + 7, box.kind().glyph);
    }

    private static String arrow(Arrow arrow) {
        return "<path class=\"%s\" marker-end=\"url(#tip)\" d=\"M%s\"/>\n".formatted(
                arrow.traffic() ? "a" : "d",
                arrow.points().stream().map(point -> point.x() + " " + point.y()).collect(Collectors.joining("L")));
    }

    private static String label(Label label) {
        var look = label.size() > Canvas.HEADING ? " class=\"t\"" : label.bold() ? " class=\"h\"" : "";
        var full = label.text().equals(label.full()) ? "" : "<title>%s</title>".formatted(escape(label.full()));
        return "<text%s x=\"%d\" y=\"%d\">%s%s</text>\n"
                .formatted(look, label.x(), label.y(), full, escape(label.text()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
