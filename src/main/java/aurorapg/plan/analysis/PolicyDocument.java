package aurorapg.plan.analysis;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** Documents that inputs hold as strings. */
public final class PolicyDocument {

    private PolicyDocument() {}

    /** The JSON object or list that a string holds; null when it holds none. */
    public static JsonElement parse(JsonElement value) {
        if (!(value instanceof JsonPrimitive text) || !text.isString()
                || !text.getAsString().stripLeading().matches("(?s)[{\\[].*")) {
            return null;
        }
        try {
            return JsonParser.parseString(text.getAsString());
        } catch (JsonParseException e) {
            return null;
        }
    }
}
