package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All SQL that a run may send, with its checks, as it was read and tried on servers; nothing changes it unseen. */
class PlanTest {

    @Test
    void sends_the_sql_that_was_read_and_approved() throws IOException {
        try (var approved = PlanTest.class.getResourceAsStream("plan.sql")) {
            assertEquals(new String(approved.readAllBytes(), StandardCharsets.UTF_8), plan());
        }
    }

    @Test
    void leaves_out_what_the_event_does_not_ask_for() {
        var event = new BootstrapEvent("public", "o", "w", "r", List.of());
        assertEquals(List.of(), Steps.of(event, "d").stream().map(Step::name)
                .filter(name -> name.contains("pgaudit") || name.contains("extension")).toList());
        assertEquals(1, Steps.of(event, "d").stream()
                .filter(step -> step.name().equals("rights of \"r\" on schema \"public\"")).count());
    }

    static String plan() {
        var event = BootstrapEvent.read(BootstrapEvent.object("event", EventTest.EVENT));
        var text = new StringBuilder();
        for (var step : Steps.of(event, "orders")) {
            text.append("-- ").append(step.name()).append(": ").append(step.kind()).append(", ")
                    .append(step.kind().result).append(step.whenRefused().map(words -> ", or: " + words).orElse(""))
                    .append('\n').append(step.check()).append(";\n");
            step.statements().forEach(statement -> text.append(statement).append(";\n"));
        }
        text.append("-- refusals\n").append(Findings.refusals(event)).append(";\n");
        Findings.reports(event, "orders").forEach(query -> text.append("-- report\n").append(query).append(";\n"));
        return text.toString();
    }
}
