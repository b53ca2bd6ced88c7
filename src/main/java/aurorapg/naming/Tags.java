package aurorapg.naming;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of every taggable resource.
 *
 * @param base key to value, without Name
 */
public record Tags(Map<String, String> base) {

    /** The tags with a Name, which AWS' console shows. */
    public Map<String, String> named(String name) {
        var all = new LinkedHashMap<>(base);
        all.put("Name", name);
        return all;
    }
}
