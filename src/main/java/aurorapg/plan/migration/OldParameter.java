package aurorapg.plan.migration;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.function.Function;

/**
 * A parameter of an old stack.
 *
 * @param name its name there
 * @param form how its text becomes a value of ours
 * @param key the path of our key; null: its meaning went away
 * @param ours the value that stands for our default
 * @param takes pattern of what can be taken over, where our key would read more into it
 * @param allowed the pattern in words
 * @param heed whether the remark is said too when the value is taken over
 * @param remark where the meaning differs, or why there is no key
 */
record OldParameter(
        String name, Form form, String key, String ours, String takes, String allowed, boolean heed, String remark) {

    OldParameter {
        form = form == null ? Form.TEXT : form;
        ours = ours == null ? "" : ours;
        takes = takes == null ? "(?s).*" : takes;
    }

    /** How a parameter's text becomes a value; what does not fit stays text, which our reader refuses. */
    enum Form {
        TEXT(JsonPrimitive::new),
        NUMBER(text -> text.matches("[0-9]{1,18}") ? new JsonPrimitive(Long.valueOf(text)) : new JsonPrimitive(text)),
        FLAG(text -> text.matches("true|false") ? new JsonPrimitive(Boolean.valueOf(text)) : new JsonPrimitive(text)),
        /** One element of a list. */
        ELEMENT(JsonPrimitive::new),
        /** Whether there is a value at all. */
        PRESENCE(text -> new JsonPrimitive(!text.isEmpty())),
        /** The second number of the block of a VPC. */
        CLASS_B(text -> new JsonPrimitive("10.%s.0.0/16".formatted(text))),
        /** The name of another of the three stacks. */
        PARENT(JsonPrimitive::new);

        private final Function<String, JsonElement> reader;

        Form(Function<String, JsonElement> reader) {
            this.reader = reader;
        }

        JsonElement read(String text) {
            return reader.apply(text);
        }
    }
}
