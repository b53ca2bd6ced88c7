package aurorapg.plan.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Values as the engine's protocol carries them, and as JSON. */
final class Wire {

    /** What stands in a plan for a value that is a secret. */
    static final String SECRET = "[secret]";

    /** Marks and kinds of special values (pulumi's developer documentation, "Property values on the wire"). */
    private static final String MARK = "4dabf18193072939515e22adb298388d";
    private static final String SECRET_KIND = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT_KIND = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private static final String REFERENCE_KIND = "5cf8f73096256a8f31e491e813e4eb8e";
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private Wire() {}

    static JsonObject json(Struct struct) {
        var object = new JsonObject();
        new TreeMap<>(struct.getFieldsMap()).forEach((name, value) -> {
            if (!value.hasNullValue()) {
                object.add(name, json(value));
            }
        });
        return object;
    }

    private static JsonElement json(Value value) {
        switch (value.getKindCase()) {
            case STRING_VALUE:
                return new JsonPrimitive(value.getStringValue().equals(UNKNOWN) ? "<unknown>" : value.getStringValue());
            case NUMBER_VALUE:
                return new JsonPrimitive(new BigDecimal(value.getNumberValue()).stripTrailingZeros().scale() <= 0
                        ? (Number) (long) value.getNumberValue()
                        : (Number) value.getNumberValue());
            case BOOL_VALUE:
                return new JsonPrimitive(value.getBoolValue());
            case LIST_VALUE:
                var list = new JsonArray();
                value.getListValue().getValuesList().forEach(item -> list.add(json(item)));
                return list;
            case STRUCT_VALUE:
                return special(value.getStructValue().getFieldsMap(), value.getStructValue());
            default:
                return JsonNull.INSTANCE;
        }
    }

    private static JsonElement special(Map<String, Value> fields, Struct struct) {
        if (!fields.containsKey(MARK)) {
            return json(struct);
        }
        switch (fields.get(MARK).getStringValue()) {
            case SECRET_KIND:
                return new JsonPrimitive(SECRET);
            case OUTPUT_KIND:
                return fields.containsKey("value") ? json(fields.get("value")) : new JsonPrimitive("<unknown>");
            case REFERENCE_KIND:
                return json(fields.get("urn"));
            default: // assets and archives
                return json(struct.toBuilder().removeFields(MARK).build());
        }
    }

    static Struct struct(JsonObject object) {
        var struct = Struct.newBuilder();
        object.entrySet().forEach(entry -> struct.putFields(entry.getKey(), value(entry.getValue())));
        return struct.build();
    }

    private static Value value(JsonElement json) {
        var value = Value.newBuilder();
        if (json.isJsonNull()) {
            return value.setNullValue(NullValue.NULL_VALUE).build();
        }
        if (json.isJsonArray()) {
            var list = ListValue.newBuilder();
            json.getAsJsonArray().forEach(item -> list.addValues(value(item)));
            return value.setListValue(list).build();
        }
        if (json.isJsonObject()) {
            return value.setStructValue(struct(json.getAsJsonObject())).build();
        }
        var primitive = json.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return value.setBoolValue(primitive.getAsBoolean()).build();
        }
        return (primitive.isNumber()
                ? value.setNumberValue(primitive.getAsDouble())
                : value.setStringValue(primitive.getAsString())).build();
    }
}
