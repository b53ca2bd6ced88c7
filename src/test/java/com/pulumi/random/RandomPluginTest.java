package com.pulumi.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RandomPluginTest {

    @Test
    void the_engine_installs_the_version_that_resources_ask_for() throws IOException {
        try (var stream = RandomId.class.getResourceAsStream("plugin.json")) {
            var plugin = JsonParser.parseString(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).getAsJsonObject();
            assertEquals("random", plugin.get("name").getAsString());
            assertEquals(Utilities.getVersion(), plugin.get("version").getAsString());
        }
    }
}
