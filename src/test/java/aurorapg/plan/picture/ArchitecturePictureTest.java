package aurorapg.plan.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.Plan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ArchitecturePictureTest {

    private static final int LARGEST = 60_000;
    private static final Pattern FOREIGN =
            Pattern.compile("<script|<image|<foreignObject|href|@import|url\\((?!#tip)");
    private static final Set<String> DRAWN = Set.of(
            Registered.SUBNET, Registered.NAT, Registered.INTERNET_GATEWAY, Registered.GROUP, Registered.ENDPOINT,
            Registered.CLUSTER, Registered.INSTANCE, Registered.PROXY, Registered.FUNCTION, Registered.KEY,
            Registered.TOPIC);

    @Test
    void nothing_overlaps_whatever_is_registered() throws Exception {
        var plans = Variants.all();
        var wrong = new ArrayList<String>();
        plans.forEach((name, plan) -> Geometry.wrong(Layout.of(Architecture.of(plan)))
                .forEach(one -> wrong.add(name + ": " + one)));
        assertEquals("", wrong.stream().limit(20).collect(Collectors.joining("\n")),
                wrong.size() + " wrong in " + plans.size() + " plans");
        assertTrue(plans.size() > 280, "only %d plans".formatted(plans.size()));
    }

    @Test
    void variants_of_the_tests_are_what_the_program_makes() throws Exception {
        var plan = Stacks.run("prod", "prod", Map.of());
        assertEquals(ArchitecturePicture.svg(Stacks.run("prod", "prod", Map.of("bastion", "none"))),
                ArchitecturePicture.svg(Stacks.withoutBastion(plan)));
        assertEquals(ArchitecturePicture.svg(Stacks.run("prod", "prod", Map.of("bastion", "none", "database", "none"))),
                ArchitecturePicture.svg(Stacks.withoutDatabase(Stacks.withoutBastion(plan))));
    }

    @Test
    void every_part_that_is_registered_has_a_box_and_every_flow_an_arrow() throws Exception {
        Variants.all().forEach((name, plan) -> {
            var drawing = Layout.of(Architecture.of(plan));
            plan.resources().stream().filter(one -> DRAWN.contains(one.type()))
                    .forEach(one -> assertTrue(drawing.canvas().boxes.containsKey(one.urn()), name + ": " + one.urn()));
            var arrows = drawing.canvas().arrows.stream().map(one -> one.from() + " to " + one.to())
                    .collect(Collectors.toSet());
            var texts = drawing.canvas().labels.stream().map(Canvas.Label::full).collect(Collectors.toSet());
            drawing.architecture().flows().forEach(flow -> {
                assertTrue(arrows.contains(flow.from() + " to " + flow.to()), name + ": " + flow);
                assertTrue(flow.label().isEmpty() || texts.contains(flow.label()), name + ": " + flow);
            });
        });
    }

    @Test
    void same_resources_in_any_order_give_the_same_bytes() throws Exception {
        var plan = Stacks.proxy(Stacks.functions(Stacks.run("prod", "prod", Map.of()), 2));
        var shuffled = new ArrayList<>(plan.resources());
        Collections.shuffle(shuffled, new Random(7));
        var svg = ArchitecturePicture.svg(plan);
        assertEquals(svg, ArchitecturePicture.svg(Stacks.with(plan, shuffled)));
        assertEquals(svg, ArchitecturePicture.svg(Plan.parse(plan.json(Optional.empty()))));
    }

    @Test
    void document_needs_nothing_else_and_tells_its_title_to_a_screen_reader() throws Exception {
        for (var plan : Variants.all().values()) {
            var svg = ArchitecturePicture.svg(plan);
            assertTrue(svg.getBytes(StandardCharsets.UTF_8).length < LARGEST, plan.stack());
            assertFalse(FOREIGN.matcher(svg).find(), plan.stack());
            var root = parse(svg).getDocumentElement();
            assertEquals("img", root.getAttribute("role"));
            assertEquals("0 0 %s %s".formatted(root.getAttribute("width"), root.getAttribute("height")),
                    root.getAttribute("viewBox"));
            assertEquals("Architecture of stack " + plan.stack(),
                    root.getElementsByTagName("title").item(0).getTextContent());
            assertTrue(root.getElementsByTagName("desc").item(0).getTextContent().contains("Region " + plan.region()));
        }
    }

    @Test
    void markup_in_names_stays_text() throws Exception {
        var plan = Stacks.run("dev", "dev", Map.of());
        var named = new Plan(1, "<b>&\"x\"", plan.stage(), plan.region(), List.of(), plan.resources(), List.of(), List.of(),
                plan.outputs());
        var document = parse(ArchitecturePicture.svg(named));
        assertTrue(document.getDocumentElement().getTextContent().contains("<b>&\"x\""));
        assertEquals(0, document.getElementsByTagName("b").getLength());
        assertTrue(document.getDocumentElement().getTextContent().contains("Elastic IP <dev-bastion-address>"));
    }

    @Test
    void long_texts_are_cut_and_whole_where_the_mouse_rests() throws Exception {
        var stack = "w".repeat(100);
        var svg = ArchitecturePicture.svg(Stacks.run("dev", stack, Map.of()));
        assertTrue(svg.contains("<title>" + stack + "</title>www"), "no title of the whole name");
        assertFalse(svg.contains("</title>" + stack), "the name is not cut");
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
