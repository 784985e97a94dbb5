package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * YAML that is rarely written: explicit keys, tags, anchors on keys, blocks with indicators, tabs, other line breaks.
 * Recorded is what Kubernetes' reader makes of each text below {@code spec:}, or that it refuses it, and whether we do.
 */
class OddYamlTest {
    private static List<JsonNode> rows() throws IOException {
        InputStream resource = Objects.requireNonNull(OddYamlTest.class.getResourceAsStream("/odd-yaml.jsonl"));
        List<JsonNode> out = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            in.lines().forEach(line -> out.add(Corpus.JSON.readTree(line)));
        }
        return out;
    }

    private static String manifest(JsonNode row) {
        return Kubectl.manifest(row.get("yaml").asString());
    }

    @Test
    void eachIsReadAsKubernetesReadsItOrRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refusals = 0;
        for (JsonNode row : rows()) {
            try {
                YamlDocument document =
                        YamlFile.parse(manifest(row)).documents().get(0);
                String json = document.at("/spec").map(YamlJson::of).orElse("nothing");
                boolean same = !row.get("json").isNull()
                        && Corpus.same(Corpus.JSON.readTree(row.get("json").asString()), Corpus.JSON.readTree(json));
                if (!same || row.get("refused").asBoolean()) {
                    wrong.add(row + " reads as " + json);
                }
            } catch (YamlException refused) {
                refusals += row.get("json").isNull() ? 0 : 1;
                if (!row.get("refused").asBoolean()) {
                    wrong.add(row + ": " + refused.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refusals).as("refused by us alone").isEqualTo(5);
    }

    @Test
    void withoutChangesAndWithEveryScalarWrittenAnewEachMeansTheSame() throws IOException {
        for (JsonNode row : rows()) {
            if (row.get("refused").asBoolean()) {
                continue;
            }
            String text = manifest(row);
            YamlFile file = YamlFile.parse(text);
            assertThat(new YamlEditor(file).apply()).isEqualTo(text);
            YamlEditor editor = new YamlEditor(file);
            YamlWalk.scalars(
                    file.documents().get(0),
                    (pointer, s) -> editor.replaceRaw(s, s.span().of(text)));
            assertThat(editor.apply()).isEqualTo(text);
            YamlNode root = file.documents().get(0).root().orElseThrow();
            YamlFile written = YamlFile.parse(YamlEmitter.document(YamlTree.of(root)));
            YamlNode reread = written.documents().get(0).root().orElseThrow();
            assertThat(Texts.normal(YamlTree.of(reread))).as(text).isEqualTo(Texts.normal(YamlTree.of(root)));
        }
    }

    @Test
    void anEditBesideEachChangesNothingElse() throws IOException {
        for (JsonNode row : rows()) {
            if (row.get("refused").asBoolean()) {
                continue;
            }
            YamlFile file = YamlFile.parse(manifest(row));
            YamlPatch patch =
                    new YamlPatch(file).put(0, "/metadata/name", "a: b\n").put(0, "/end", List.of("x\ny\n"));
            YamlDocument changed = patch.file().documents().get(0);
            assertThat(changed.at("/spec").map(YamlJson::of))
                    .as(patch.file().text())
                    .isEqualTo(file.documents().get(0).at("/spec").map(YamlJson::of));
            assertThat(changed.at("/end/0").map(YamlJson::of)).contains("\"x\\ny\\n\"");
        }
    }

    @Test
    void aChangeAtEveryPlaceOfEachChangesThatPlaceOnly() throws IOException {
        List<Object> trees = List.of("x: y", "a\nb\n", List.of("l", Map.of("m", 1L)), Map.of("k", List.of()), 5L);
        List<String> wrong = new ArrayList<>();
        int next = 0;
        for (JsonNode row : rows()) {
            if (row.get("refused").asBoolean()) {
                continue;
            }
            YamlFile file = YamlFile.parse(manifest(row));
            for (String pointer : pointers(YamlTree.of(root(file)), "", new ArrayList<>())) {
                Object tree = trees.get(next++ % trees.size());
                check(file, new TreeChange(YamlPointer.tokens(pointer), false, tree), wrong);
                check(file, new TreeChange(YamlPointer.tokens(pointer), true, null), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(YamlFile file, TreeChange change, List<String> wrong) {
        Object expected = change.in(YamlTree.of(root(file)), 0);
        YamlEditor editor = new YamlEditor(file);
        new PlaceChange(editor, change).in(root(file), 0);
        String after = "";
        try {
            after = editor.apply();
            Object actual = YamlTree.of(root(YamlFile.parse(after)));
            if (!Texts.normal(actual).equals(Texts.normal(expected))) {
                wrong.add("\n--- " + change + change.tokens() + "\n" + file.text() + "--- gives\n" + after);
            }
        } catch (RuntimeException refused) {
            wrong.add("\n--- " + refused + change.tokens() + "\n" + file.text() + "--- gives\n" + after);
        }
    }

    private static YamlNode root(YamlFile file) {
        return file.documents().get(0).root().orElseThrow();
    }

    private static List<String> pointers(Object tree, String pointer, List<String> out) {
        if (!pointer.isEmpty()) {
            out.add(pointer);
        }
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> pointers(value, YamlPointer.child(pointer, (String) key), out));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                pointers(list.get(i), YamlPointer.child(pointer, i), out);
            }
        }
        return out;
    }

    @Test
    void theRecordingIsWhatKubernetesSays() throws IOException {
        Kubectl kubectl = Kubectl.require();
        for (JsonNode row : rows()) {
            if (!row.get("json").isNull() && !row.get("refused").asBoolean()) {
                JsonNode expected = Corpus.JSON.readTree(row.get("json").asString());
                assertThat(Corpus.same(expected, kubectl.spec(manifest(row))))
                        .as("%s", row)
                        .isTrue();
            }
        }
    }
}
