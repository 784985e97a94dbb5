package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.LiveCorpus.Keeps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of docs/cleaning.md. */
final class CleaningDoc {

    private CleaningDoc() {}

    /** Each rule with its reason, in the order of the page. */
    static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rows("## Rules").forEach(cells -> rules.put(cells.get(0).replace("`", ""), cells.get(1)));
        return rules;
    }

    /** The numbers of the recorded objects that differ with this much evidence, sorted. */
    static List<String> differing(Keeps keeps) {
        return rows("## Against recorded objects").stream()
                .filter(cells -> cells.get(1).contains(keeps.label()))
                .map(cells -> cells.get(0).substring(0, 4))
                .sorted()
                .toList();
    }

    private static List<List<String>> rows(String heading) {
        String page = read();
        int from = page.indexOf(heading);
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .skip(1)
                .map(line -> List.of(line.substring(2).split(" \\| ?", -1)))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("stackprofile.root", "..")).resolve("docs/cleaning.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
