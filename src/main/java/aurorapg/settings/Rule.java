package aurorapg.settings;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What several keys must be together.
 *
 * @param name the rule in words
 * @param key the key that a violation is reported at; the rule holds wherever the object at the top of its path is left out
 * @param reads keys that the condition reads; while one of them is wrong by itself, the rule is not asked
 * @param broken whether the values break the rule
 * @param wrong what is wrong, with the values
 * @param allowed what is allowed, or what to do
 */
record Rule(
        String name,
        Key<?> key,
        List<Key<?>> reads,
        Predicate<Values> broken,
        Function<Values, String> wrong,
        String allowed) {}
