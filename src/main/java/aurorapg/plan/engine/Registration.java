package aurorapg.plan.engine;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A resource as the program registered it.
 *
 * @param urn the name that the engine knows it by
 * @param type its type token
 * @param name its logical name
 * @param parent the URN of its parent; empty for the stack itself
 * @param custom whether a provider manages it; components are not
 * @param inputs every input, secrets masked
 * @param dependencies URNs of everything that it waits for, in order
 * @param protect whether Pulumi refuses to delete it
 * @param retainOnDelete whether AWS keeps it when Pulumi lets it go
 * @param ignoreChanges inputs whose changes are left alone, in order
 * @param propertyDependencies by input the URNs of those whose outputs it is made of, in order
 */
public record Registration(
        String urn,
        String type,
        String name,
        String parent,
        boolean custom,
        JsonObject inputs,
        List<String> dependencies,
        boolean protect,
        boolean retainOnDelete,
        List<String> ignoreChanges,
        Map<String, List<String>> propertyDependencies) {

    /** A resource whose inputs come from no other. */
    public Registration(
            String urn, String type, String name, String parent, boolean custom, JsonObject inputs,
            List<String> dependencies, boolean protect, boolean retainOnDelete, List<String> ignoreChanges) {
        this(urn, type, name, parent, custom, inputs, dependencies, protect, retainOnDelete, ignoreChanges, Map.of());
    }
}
