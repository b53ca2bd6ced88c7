package aurorapg.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that were read, defaults filled in. */
final class Values {

    private final Map<String, Object> byPath = new HashMap<>();
    private final Set<String> unusable = new HashSet<>();

    void put(Key<?> key, Object value) {
        byPath.put(key.path(), value);
    }

    /** Marks a key that stands there with a wrong value, or is missing though required. */
    void spoil(Key<?> key) {
        unusable.add(key.path());
    }

    boolean usable(Key<?> key) {
        return !unusable.contains(key.path());
    }

    boolean has(Key<?> key) {
        return byPath.containsKey(key.path());
    }

    /** The value; null when it was left out and has no default. */
    @SuppressWarnings("unchecked")
    <T> T get(Key<T> key) {
        return (T) byPath.get(key.path());
    }

    <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable(get(key));
    }

    /** The class of each instance, writer first. */
    List<String> classes() {
        return find(Configuration.INSTANCE_CLASSES).orElseGet(() -> Collections.nCopies(
                whole(Configuration.INSTANCES), get(Configuration.INSTANCE_CLASS)));
    }

    int whole(Key<Long> key) {
        return Math.toIntExact(get(key));
    }
}
