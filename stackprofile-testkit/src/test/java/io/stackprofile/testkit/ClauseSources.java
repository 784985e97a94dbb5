package io.stackprofile.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the numbered clauses from where they are written: the SPI's Javadoc and docs/contract. */
public final class ClauseSources {

    private static final Pattern JAVADOC =
            Pattern.compile("\\* <li>\\[([A-Z]+-\\d+)] (.*?)(?=\\n \\* (?:<li>|</ul>))", Pattern.DOTALL);
    private static final Pattern MARKDOWN =
            Pattern.compile("^- \\[([A-Z]+-\\d+)] (.*?)(?=\\n- |\\n\\n|\\Z)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String INTENT = " Intent: ";

    private static final Path ROOT = Path.of(System.getProperty("stackprofile.root"));

    private ClauseSources() {}

    /** Each clause's wording in the SPI's Javadoc, as Markdown would put it, by number. */
    public static Map<String, String> javadoc() throws IOException {
        Map<String, String> clauses = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("stackprofile-spi/src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                collect(JAVADOC, Files.readString(file), clauses);
            }
        }
        clauses.replaceAll((id, text) -> markdown(text));
        return clauses;
    }

    /** Each clause's wording in docs/contract, by number. */
    static Map<String, String> docs() throws IOException {
        Map<String, String> clauses = items();
        clauses.replaceAll((id, text) -> text.split(INTENT, 2)[0].strip());
        return clauses;
    }

    /** What each clause is for, by number; empty where docs/contract does not say. */
    static Map<String, String> intents() throws IOException {
        Map<String, String> intents = items();
        intents.replaceAll((id, text) -> text.contains(INTENT) ? text.split(INTENT, 2)[1].strip() : "");
        return intents;
    }

    /** How binding a clause of this wording is. */
    public static String level(String wording) {
        return wording.startsWith("SHOULD: ") ? "SHOULD" : wording.startsWith("MAY: ") ? "MAY" : "MUST";
    }

    /** A document of docs/contract. */
    public static Path document(String name) {
        return ROOT.resolve("docs/contract").resolve(name);
    }

    private static Map<String, String> items() throws IOException {
        Map<String, String> clauses = new LinkedHashMap<>();
        for (String file : List.of("stores.md", "clusters.md", "secrets.md")) {
            collect(MARKDOWN, Files.readString(document(file)), clauses);
        }
        clauses.replaceAll((id, text) -> text.replaceAll("\\s+", " ").strip());
        return clauses;
    }

    private static void collect(Pattern pattern, String source, Map<String, String> into) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            String earlier = into.put(matcher.group(1), matcher.group(2));
            if (earlier != null) {
                throw new IllegalStateException("clause " + matcher.group(1) + " is there twice");
            }
        }
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\n \\*", " ")
                .replaceAll("\\{@link (?:\\w+)?#(\\w+)}", "`$1`")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
