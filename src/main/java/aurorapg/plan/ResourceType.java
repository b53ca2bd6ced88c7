package aurorapg.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan knows of a provider's type; the data is {@code types.json}.
 *
 * @param answers templates of what AWS decides, by property
 * @param shows inputs that tell a reader what the resource is
 * @param create how long its creation takes
 * @param holds what is lost with it; null when nothing is
 * @param replaces inputs whose change replaces the resource; {@code a.b} for b of the objects in a. The provider was asked
 *     for each of its attributes (PlanResourceChange of terraform-provider-aws 5.100.0, which this version of the SDK
 *     wraps, 2026-11-24), but for proxies, custom endpoints and records, whose entries are from memory (2026-11-25)
 * @param replacesWhenAddedOrRemoved inputs whose appearance or disappearance replaces it, whose change does not
 * @param keptWhenRemoved inputs among {@code replaces} that the provider leaves as they are when they disappear
 */
public record ResourceType(
        JsonObject answers,
        List<String> shows,
        Duration create,
        String holds,
        List<String> replaces,
        List<String> replacesWhenAddedOrRemoved,
        List<String> keptWhenRemoved) {

    public ResourceType {
        replacesWhenAddedOrRemoved = replacesWhenAddedOrRemoved == null ? List.of() : replacesWhenAddedOrRemoved;
        keptWhenRemoved = keptWhenRemoved == null ? List.of() : keptWhenRemoved;
    }


    /** A duration in seconds, where the figure comes from, and of when it is. */
    public record Duration(int seconds, String source, String date) {}

    private static final Map<String, ResourceType> ALL = load();

    /** Every type that is described, by its token. */
    public static Map<String, ResourceType> all() {
        return ALL;
    }

    /** The templates of what AWS decides, by type and property. */
    public static JsonObject allAnswers() {
        var answers = new JsonObject();
        ALL.forEach((token, type) -> answers.add(token, type.answers()));
        return answers;
    }

    /** What is known of a type; empty for components and for the stack. */
    public static Optional<ResourceType> of(String token) {
        return Optional.ofNullable(ALL.get(token));
    }

    private static Map<String, ResourceType> load() {
        try (var in = new InputStreamReader(
                ResourceType.class.getResourceAsStream("/aurorapg/plan/types.json"), StandardCharsets.UTF_8)) {
            return Map.copyOf(new Gson().fromJson(in, new TypeToken<Map<String, ResourceType>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
