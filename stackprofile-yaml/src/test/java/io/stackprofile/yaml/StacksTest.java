package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every member of the recorded stacks reads as Kubernetes' reader read it. */
class StacksTest {
    @ParameterizedTest
    @ValueSource(strings = {"S", "M", "L"})
    void everyMemberReadsAsRecorded(String size) {
        Map<String, String> members = Corpus.members("stacks-" + size + ".tar.gz");
        Map<String, JsonNode> recorded = Corpus.goJson("stacks-" + size + ".go.jsonl.gz");
        List<String> wrong = new ArrayList<>();
        members.forEach((name, text) -> {
            JsonNode row = recorded.get(name);
            String problem = row == null ? "no record" : compare(text, row);
            if (!problem.isEmpty()) {
                wrong.add(name + ": " + problem);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(members).hasSameSizeAs(recorded.keySet());
    }

    private static String compare(String text, JsonNode row) {
        try {
            YamlFile file = YamlFile.parse(text);
            List<JsonNode> actual = new ArrayList<>();
            for (YamlDocument document : file.documents()) {
                document.root().ifPresent(root -> actual.add(Corpus.JSON.readTree(YamlJson.of(root))));
            }
            JsonNode json = row.get("json");
            JsonNode expected = json.isString() ? Corpus.JSON.readTree(json.asString()) : json;
            JsonNode first = actual.isEmpty() ? Corpus.JSON.nullNode() : actual.get(0);
            return Corpus.same(expected, first) ? "" : "differs";
        } catch (YamlException refused) {
            return refused.getMessage();
        }
    }
}
