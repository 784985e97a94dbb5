package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The YAML test suite: where it and Kubernetes' reader agree, so do we, and docs/yaml.md lists every other case. */
class YamlTestSuiteTest {
    private static final Pattern CASE = Pattern.compile("`([0-9A-Z]{4}(?:-\\d+)?)`");

    /** Who reads a case, under the heading that docs/yaml.md gives it. */
    private static String heading(boolean suite, boolean kubernetes, boolean we) {
        if (suite == kubernetes) {
            return suite && !we ? "Both accept, we refuse" : "as both";
        }
        if (suite) {
            return we ? "Kubernetes refuses, we read as the suite does" : "The suite accepts, Kubernetes and we refuse";
        }
        return we
                ? "The suite refuses, we read as Kubernetes does"
                : "The suite refuses, we refuse, Kubernetes accepts";
    }

    @Test
    void everyCaseIsReadAsBothReadItOrStandsOnThePage() throws IOException {
        Map<String, Set<String>> differing = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Corpus.lines("yaml-test-suite.jsonl")) {
            JsonNode row = Corpus.JSON.readTree(line);
            String id = row.get("id").asString();
            boolean suite = !row.get("fail").asBoolean();
            String read = read(row.get("yaml").asString());
            String heading = heading(suite, goReads(row), read != null);
            if (!heading.equals("as both")) {
                differing.computeIfAbsent(heading, h -> new TreeSet<>()).add(id);
            }
            String problem = problem(row, suite, read);
            if (!problem.isEmpty()) {
                wrong.add(id + " " + row.get("name").asString() + ": " + problem + "\n" + row.get("yaml") + "\n");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(differing).isEqualTo(page());
    }

    // The recording notes some refusals in place of the JSON.
    private static boolean goReads(JsonNode row) {
        JsonNode go = row.get("go");
        return !go.isNull() && !go.asString().startsWith("unsupported map key");
    }

    /** The JSON of the first document, or null if the text is refused. */
    private static String read(String text) {
        try {
            List<YamlDocument> documents = YamlFile.parse(text).documents();
            return documents.isEmpty()
                    ? "null"
                    : documents.get(0).root().map(YamlJson::of).orElse("null");
        } catch (YamlException refused) {
            return null;
        }
    }

    /** What is read otherwise than Kubernetes does or, where that refuses the text, otherwise than the suite says. */
    private static String problem(JsonNode row, boolean suite, String read) {
        boolean go = goReads(row);
        if (read == null) {
            return "";
        }
        if (!go && !suite) {
            return "read, although both refuse it";
        }
        JsonNode json = row.get(go ? "go" : "json");
        if (json == null || json.isNull() || json.asString().isEmpty()) {
            return "";
        }
        JsonNode expected = Corpus.JSON.readTree(json.asString());
        return Corpus.same(expected, Corpus.JSON.readTree(read)) ? "" : "reads as " + read + " not " + expected;
    }

    private static Map<String, Set<String>> page() throws IOException {
        Map<String, Set<String>> out = new TreeMap<>();
        String heading = "";
        Path page = Path.of(System.getProperty("stackprofile.root", ".."), "docs", "yaml.md");
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (line.startsWith("| `")) {
                String cases = line.substring(1, line.indexOf('|', 1));
                Set<String> listed = out.computeIfAbsent(heading, h -> new TreeSet<>());
                CASE.matcher(cases).results().map(MatchResult::group).forEach(id -> {
                    assertThat(listed.add(id.replace("`", "")))
                            .as("%s stands twice", id)
                            .isTrue();
                });
            }
        }
        return out;
    }
}
