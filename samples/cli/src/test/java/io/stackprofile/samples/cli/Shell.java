package io.stackprofile.samples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process and keeps everything they print. */
final class Shell {

    private final String store;
    private final StringBuilder transcript = new StringBuilder();

    Shell(Path store) {
        this(store.toString());
    }

    /** Over a store as {@code --store} names it. */
    Shell(String store) {
        this.store = store;
    }

    Result run(String... arguments) {
        return run(List.of(arguments));
    }

    Result run(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--store", store, "--user", "alice"));
        if (!all.contains("--org")) {
            all.addAll(List.of("--org", "northwind"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        transcript.append(out).append(err);
        return new Result(code, out.toString(), err.toString());
    }

    String transcript() {
        return transcript.toString();
    }

    record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        Result done() {
            if (code != ExitCodes.DONE) {
                throw new AssertionError("exit code " + code + "\n" + err);
            }
            return this;
        }
    }
}
