package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The YAML test suite: where it and Kubernetes' reader agree, so do we. */
class YamlTestSuiteTest {
    /** What both accept and we refuse, never what we would read otherwise. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("4ABK", "{omitted value:,}: Go takes the colon into the key"),
            Map.entry("652Z", "{ ?foo: bar}: the question mark is a key's mark to Go, text to the engine"),
            Map.entry("HM87-1", "[?x]: the same"),
            Map.entry("7Z25", "the engine wants --- after ..."),
            Map.entry("M7A3", "the engine wants --- after ..."),
            Map.entry("DK3J", "the engine wants a root block scalar indented"),
            Map.entry("FP8R", "the engine wants a root block scalar indented"),
            Map.entry("HS5T", "a tab indents the next line of plain text"),
            Map.entry("UV7Q", "a tab indents the next line of plain text"),
            Map.entry("MUS6-3", "a tab inside the %YAML directive"),
            Map.entry("Y2GN", "&an:chor: Go ends the anchor at the colon"));

    @Test
    void whatBothAcceptReadsAsRecordedAndWhatBothRefuseIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (String line : Corpus.lines("yaml-test-suite.jsonl")) {
            JsonNode row = Corpus.JSON.readTree(line);
            boolean suite = !row.get("fail").asBoolean();
            // The recording notes some refusals in place of the JSON.
            boolean go = !row.get("go").isNull() && !row.get("go").asString().startsWith("unsupported map key");
            if (suite == go) {
                boolean refused = REFUSED.containsKey(row.get("id").asString());
                String problem = go && !refused ? reads(row) : refuses(row);
                if (!problem.isEmpty()) {
                    wrong.add(row.get("id").asString() + " " + row.get("name").asString() + ": " + problem + "\n"
                            + row.get("yaml") + "\n");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String reads(JsonNode row) {
        try {
            YamlFile file = YamlFile.parse(row.get("yaml").asString());
            String actual = file.documents().isEmpty()
                    ? "null"
                    : file.documents().get(0).root().map(YamlJson::of).orElse("null");
            JsonNode expected = Corpus.JSON.readTree(row.get("go").asString());
            return Corpus.same(expected, Corpus.JSON.readTree(actual)) ? "" : "reads as " + actual + " not " + expected;
        } catch (YamlException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String refuses(JsonNode row) {
        try {
            YamlFile.parse(row.get("yaml").asString());
            return "accepted; Go says " + row.get("go_error").asString();
        } catch (YamlException refused) {
            return "";
        }
    }
}
