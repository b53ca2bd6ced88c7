package aurorapg.bootstrap;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;

/**
 * The function's log: one JSON object a line. Takes names, codes and times only, never a message of a library.
 *
 * @param out where the lines go
 */
record Log(PrintStream out) {

    /** A step's end. */
    void step(String step, String result, long milliseconds) {
        var line = line("INFO", step, result);
        line.addProperty("milliseconds", milliseconds);
        print(line);
    }

    /** A failure that the function waits for. */
    void waiting(String step, String code, long milliseconds) {
        var line = line("WARN", step, "waiting");
        line.addProperty("code", code);
        line.addProperty("milliseconds", milliseconds);
        print(line);
    }

    /** The end of a run that failed. */
    void failed(BootstrapException failure) {
        var line = line("ERROR", "bootstrap", "failed");
        line.addProperty("message", failure.getMessage());
        print(line);
    }

    private static JsonObject line(String level, String step, String result) {
        var line = new JsonObject();
        line.addProperty("level", level);
        line.addProperty("step", step);
        line.addProperty("result", result);
        return line;
    }

    private void print(JsonObject line) {
        out.println(new GsonBuilder().disableHtmlEscaping().create().toJson(line));
    }
}
