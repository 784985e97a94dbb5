package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlEditorTest {
    private static final String CLUSTER = """
            apiVersion: v1
            kind: ImportCluster
            metadata:
              name: prod   # the name
            spec:
              git_repository:
                provider: github
              stacks:
              # networking first
              - name: networking
                manifests:
                - name: ns     # namespace
                  parents: []
                addons:
                - name: ingress
                  configuration: {from_file: a.yaml}
                  # trailing note
              # then the rest
              - name: rest
              # the end
            """;

    private static String edit(String text, BiConsumer<YamlDocument, YamlEditor> change) {
        YamlFile file = YamlFile.parse(text);
        YamlEditor editor = new YamlEditor(file);
        change.accept(file.documents().get(0), editor);
        return editor.apply();
    }

    private static YamlMapping map(YamlDocument d, String pointer) {
        return (YamlMapping) d.at(pointer).orElseThrow();
    }

    private static YamlSequence list(YamlDocument d, String pointer) {
        return (YamlSequence) d.at(pointer).orElseThrow();
    }

    private static YamlScalar scalar(YamlDocument d, String pointer) {
        return (YamlScalar) d.at(pointer).orElseThrow();
    }

    private static String put(String text, String pointer, String key, Object tree) {
        return edit(text, (d, e) -> e.put(map(d, pointer), key, tree));
    }

    private static String append(String text, String pointer, Object tree) {
        return edit(text, (d, e) -> e.append(list(d, pointer), tree));
    }

    private static String remove(String text, String pointer, String key) {
        return edit(
                text,
                (d, e) -> e.remove(map(d, pointer), map(d, pointer).entry(key).orElseThrow()));
    }

    private static String removeItem(String text, String pointer, int... items) {
        return edit(text, (d, e) -> {
            for (int item : items) {
                e.removeItem(list(d, pointer), list(d, pointer).items().get(item));
            }
        });
    }

    private static String retext(String text, String pointer, String value) {
        return edit(text, (d, e) -> e.replaceText(scalar(d, pointer), value));
    }

    private static Map<String, Object> tree(Object... pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }

    @Nested
    class AClusterFile {
        @Test
        void withoutChangesIsTheSame() {
            assertThat(edit(CLUSTER, (d, e) -> {})).isEqualTo(CLUSTER);
        }

        @Test
        void getsAnItemInAnIndentlessListWithComments() {
            String after = append(CLUSTER, "/spec/stacks", tree("name", "new", "addons", List.of(tree("name", "x"))));
            assertThat(after)
                    .isEqualTo(CLUSTER.replace(
                            "  - name: rest\n", "  - name: rest\n  - name: new\n    addons:\n    - name: x\n"));
        }

        @Test
        void losesAnItemWithItsLines() {
            String after = removeItem(CLUSTER, "/spec/stacks", 0);
            assertThat(after).isEqualTo("""
                    apiVersion: v1
                    kind: ImportCluster
                    metadata:
                      name: prod   # the name
                    spec:
                      git_repository:
                        provider: github
                      stacks:
                      # networking first
                          # trailing note
                      # then the rest
                      - name: rest
                      # the end
                    """);
        }

        @Test
        void losesAllItems() {
            assertThat(removeItem(CLUSTER, "/spec/stacks", 0, 1))
                    .contains("  stacks: []\n  # networking first\n  # the end\n");
        }

        @Test
        void losesAnEntry() {
            assertThat(remove(CLUSTER, "/spec", "git_repository"))
                    .isEqualTo(CLUSTER.replace("  git_repository:\n    provider: github\n", ""));
            assertThat(remove(CLUSTER, "/spec/git_repository", "provider"))
                    .isEqualTo(CLUSTER.replace("  git_repository:\n    provider: github\n", "  git_repository: {}\n"));
        }

        @Test
        void losesTheFirstEntryOfAnItem() {
            assertThat(remove(CLUSTER, "/spec/stacks/0", "name"))
                    .isEqualTo(CLUSTER.replace("  - name: networking\n    manifests:", "  - manifests:"));
        }

        @Test
        void getsAnItemInAnEmptyList() {
            assertThat(append(CLUSTER, "/spec/stacks/0/manifests/0/parents", tree("name", "p", "kind", "manifest")))
                    .isEqualTo(CLUSTER.replace(
                            "      parents: []\n", "      parents:\n      - name: p\n        kind: manifest\n"));
        }

        @Test
        void getsAnEntryInBrackets() {
            assertThat(put(CLUSTER, "/spec/stacks/0/addons/0/configuration", "b", List.of(1, "x: y")))
                    .isEqualTo(CLUSTER.replace("{from_file: a.yaml}", "{from_file: a.yaml, b: [1, \"x: y\"]}"));
        }

        @Test
        void getsAnEntryAfterTheLastOne() {
            assertThat(put(CLUSTER, "/metadata", "labels", tree("a", "yes")))
                    .isEqualTo(CLUSTER.replace("# the name\n", "# the name\n  labels:\n    a: \"yes\"\n"));
        }

        @Test
        void withWindowsLineEndsKeepsThem() {
            String crlf = CLUSTER.replace("\n", "\r\n");
            String after = append(crlf, "/spec/stacks", tree("name", "new", "text", "a\nb\n"));
            assertThat(after)
                    .isEqualTo(crlf.replace(
                            "- name: rest\r\n",
                            "- name: rest\r\n  - name: new\r\n    text: |\r\n      a\r\n      b\r\n"));
            assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        }
    }

    @Nested
    class ReplacingText {
        @Test
        void keepsTheStyle() {
            assertThat(retext("a: b # c\n", "/a", "d")).isEqualTo("a: d # c\n");
            assertThat(retext("a: b # c\n", "/a", "yes")).isEqualTo("a: \"yes\" # c\n");
            assertThat(retext("a: 'b' # c\n", "/a", "it's")).isEqualTo("a: 'it''s' # c\n");
            assertThat(retext("a: 'b' # c\n", "/a", "x\ny")).isEqualTo("a: \"x\\ny\" # c\n");
            assertThat(retext("a: \"b\" # c\n", "/a", "q\"")).isEqualTo("a: \"q\\\"\" # c\n");
            assertThat(retext("a: |\n  b\n  c\nd: e\n", "/a", "x\n\ny\n")).isEqualTo("a: |\n  x\n\n  y\nd: e\n");
            assertThat(retext("a: |\n  b\n\nd: e\n", "/a", "x")).isEqualTo("a: |-\n  x\n\nd: e\n");
            assertThat(retext("a: |\n  b\n\nd: e\n", "/a", " x\n")).isEqualTo("a: \" x\\n\"\n\nd: e\n");
            assertThat(retext("a: >\n  b\n\nd: e\n", "/a", "x y")).isEqualTo("a: |-\n  x y\n\nd: e\n");
            assertThat(retext("[a, b]\n", "/1", "c]")).isEqualTo("[a, \"c]\"]\n");
        }

        @Test
        void fillsAMissingValue() {
            assertThat(retext("a:\nb: c\n", "/a", "x")).isEqualTo("a: x\nb: c\n");
            assertThat(retext("- \n- c\n", "/0", "x")).isEqualTo("- x\n- c\n");
            assertThat(retext("{a: , b: c}\n", "/a", "x")).isEqualTo("{a: x, b: c}\n");
            assertThat(retext("a: &x\nb: *x\n", "/a", "z")).isEqualTo("a: &x z\nb: *x\n");
        }

        @Test
        void dropsATagThatSaysAnotherType() {
            assertThat(retext("a: !!int 1\n", "/a", "x")).isEqualTo("a: x\n");
            assertThat(retext("a: &n !!int 1\n", "/a", "x")).isEqualTo("a: &n x\n");
            assertThat(retext("a: !!str 1\n", "/a", "x")).isEqualTo("a: !!str x\n");
        }

        @Test
        void addsTheBreakThatAnUnendedBlockLacks() {
            String after = retext("a: |-\n  b", "/a", "x\n");
            assertThat(YamlFile.parse(after).documents().get(0).at("/a").map(n -> ((YamlScalar) n).text()))
                    .contains("x\n");
        }
    }

    @Nested
    class ReplacingAPart {
        private String part(String text, String pointer, String old, String now) {
            return edit(text, (d, e) -> {
                YamlScalar s = scalar(d, pointer);
                int at = s.text().indexOf(old);
                e.replacePart(s, at, at + old.length(), now);
            });
        }

        @Test
        void leavesAnOptionPlain() {
            assertThat(part("- --token=abc # c\n", "/0", "abc", "${{ parameters.t }}"))
                    .isEqualTo("- --token=${{ parameters.t }} # c\n");
            assertThat(part("- -Xmx1g -Da=b\n", "/0", "b", "c")).isEqualTo("- -Xmx1g -Da=c\n");
            assertThat(part("- -x1\n", "/0", "x1", "1")).isEqualTo("- \"-1\"\n");
            assertThat(part("- -x1\n", "/0", "x1", " 1")).isEqualTo("- \"- 1\"\n");
            assertThat(part("--x\n", "", "x", "-")).isEqualTo("\"---\"\n");
            assertThat(part("[-a]\n", "/0", "a", "b")).isEqualTo("[\"-b\"]\n");
        }

        @Test
        void touchesOnlyThatPart() {
            assertThat(part("a: http://h:1/x # c\n", "/a", "h:1", "${{ parameters.host }}"))
                    .isEqualTo("a: http://${{ parameters.host }}/x # c\n");
            assertThat(part("a: \"x\\ty \\u00e9 z\"\n", "/a", "y", "\"")).isEqualTo("a: \"x\\t\\\" \\u00e9 z\"\n");
            assertThat(part("a: 'it''s b'\n", "/a", "b", "c'")).isEqualTo("a: 'it''s c'''\n");
            assertThat(part("a: |2+ # note\n    x\n  key=s3cret\n\nb: c\n", "/a", "s3cret", "v"))
                    .isEqualTo("a: |2+ # note\n    x\n  key=v\n\nb: c\n");
            assertThat(part("a: >-\n  one\n  two\n  three\n", "/a", "two", "2\u00e9"))
                    .isEqualTo("a: >-\n  one\n  2\u00e9\n  three\n");
            assertThat(part("a: |\r\n  x\r\n  y\r\n", "/a", "x", "1\n2")).isEqualTo("a: |\r\n  1\r\n  2\r\n  y\r\n");
        }

        @Test
        void writesTheWholeWhereThePartCannotBe() {
            assertThat(part("a: v1.2 # c\n", "/a", "v", "")).isEqualTo("a: \"1.2\" # c\n");
            assertThat(part("a: x y\n", "/a", "y", "# z")).isEqualTo("a: \"x # z\"\n");
            assertThat(part("a: 8080\n", "/a", "80", "90")).isEqualTo("a: \"9080\"\n");
            assertThat(part("a: |\n  x\n  y\n", "/a", "x", "\tx")).isEqualTo("a: \"\\tx\\ny\\n\"\n");
            assertThat(part("a: |\n  x\n  y\nb: c\n", "/a", "y", "")).isEqualTo("a: \"x\\n\\n\"\nb: c\n");
            assertThat(part("a: |\n  x\n  y\nb: c\n", "/a", "x", "\u0007")).isEqualTo("a: \"\\x07\\ny\\n\"\nb: c\n");
        }

        @Test
        void takesSeveralParts() {
            assertThat(edit(
                            "a: user:pass@host\n",
                            (d, e) ->
                                    e.replacePart(scalar(d, "/a"), 5, 9, "P").replacePart(scalar(d, "/a"), 0, 4, "U")))
                    .isEqualTo("a: U:P@host\n");
        }
    }

    @Nested
    class Putting {
        @Test
        void replacesAValueInItsPlace() {
            assertThat(put("a: 1 # c\nb: 2\n", "", "a", 5)).isEqualTo("a: 5 # c\nb: 2\n");
            assertThat(put("a: 1 # c\nb: 2\n", "", "a", null)).isEqualTo("a: null # c\nb: 2\n");
            assertThat(put("a: 1 # c\nb: 2\n", "", "a", tree("x", 1))).isEqualTo("a: # c\n  x: 1\nb: 2\n");
            assertThat(put("a:\n    x: 1\n    y: 2\nb: 2\n", "", "a", "s")).isEqualTo("a: s\nb: 2\n");
            assertThat(put("a:\n    x: 1\n    y: 2\nb: 2\n", "", "a", tree("z", List.of("q"))))
                    .isEqualTo("a:\n    z:\n        - q\nb: 2\n");
            assertThat(put("a: # c\n  # d\n  x: 1\nb: 2\n", "", "a", true)).isEqualTo("a: true # c\n  # d\nb: 2\n");
            assertThat(put("a:\nb: 2\n", "", "a", tree("x", 1))).isEqualTo("a:\n  x: 1\nb: 2\n");
            assertThat(put("a: # c\nb: 2\n", "", "a", tree("x", 1))).isEqualTo("a: # c\n  x: 1\nb: 2\n");
            assertThat(put("{a: 1, b: 2}\n", "", "a", tree("x", List.of()))).isEqualTo("{a: {x: []}, b: 2}\n");
            assertThat(put("a: &n 1\nb: *n\n", "", "a", tree("x", 1))).isEqualTo("a: &n\n  x: 1\nb: *n\n");
        }

        @Test
        void addsToEmptyCollections() {
            assertThat(put("{}\n", "", "a", 1)).isEqualTo("a: 1\n");
            assertThat(put("--- {}\n", "", "a", 1)).isEqualTo("---\na: 1\n");
            assertThat(put("a: {} # c\n", "/a", "b", 1)).isEqualTo("a: # c\n  b: 1\n");
            assertThat(put("- {}\n", "/0", "b", tree("c", 1))).isEqualTo("- b:\n    c: 1\n");
            assertThat(put("{\"a\": {}}\n", "/a", "b", "x")).isEqualTo("{\"a\": {\"b\": \"x\"}}\n");
            assertThat(append("a: []", "/a", "x")).isEqualTo("a:\n  - x");
        }

        @Test
        void addsBehindATrailingCommaAndAtAnUnendedLine() {
            assertThat(append("[a, b,]\n", "", "c")).isEqualTo("[a, b, c]\n");
            assertThat(append("[\n  a,\n  b # x\n]\n", "", "c")).isEqualTo("[\n  a,\n  b, c # x\n]\n");
            assertThat(put("a: 1", "", "b", 2)).isEqualTo("a: 1\nb: 2");
            assertThat(put("a: |+\n  x\n\n", "", "b", 2)).isEqualTo("a: |+\n  x\n\nb: 2\n");
            assertThat(put("a: 1\n---\nb: 1\n", "", "c", 2)).isEqualTo("a: 1\nc: 2\n---\nb: 1\n");
        }

        @Test
        void theSameNewKeyTwiceKeepsTheLast() {
            assertThat(edit("a: 1\n", (d, e) -> e.put(map(d, ""), "b", 1).put(map(d, ""), "b", 2)))
                    .isEqualTo("a: 1\nb: 2\n");
        }
    }

    @Nested
    class Removing {
        @Test
        void inBracketsTakesTheComma() {
            assertThat(remove("{a: 1, b: 2, c: 3}\n", "", "a")).isEqualTo("{b: 2, c: 3}\n");
            assertThat(remove("{a: 1, b: 2, c: 3}\n", "", "b")).isEqualTo("{a: 1, c: 3}\n");
            assertThat(remove("{a: 1, b: 2, c: 3}\n", "", "c")).isEqualTo("{a: 1, b: 2}\n");
            assertThat(removeItem("[a, b, c,]\n", "", 1, 2)).isEqualTo("[a,]\n");
            assertThat(removeItem("[a, b]\n", "", 0, 1)).isEqualTo("[]\n");
        }

        @Test
        void ofLeadingItemsOnADashLineMovesTheNextUp() {
            assertThat(removeItem("- - a\n  - b\n  - c\n", "/0", 0, 1)).isEqualTo("- - c\n");
            assertThat(removeItem("- - a # x\n  # y\n  - b\n", "/0", 0)).isEqualTo("- # y\n  - b\n");
            assertThat(removeItem("- - a\n- b\n", "/0", 0)).isEqualTo("- []\n- b\n");
        }

        @Test
        void findsItemsBelowTheirDash() {
            assertThat(removeItem("-\n  a: 1\n-\n  # note\n  b: 2\n- c\n", "", 1))
                    .isEqualTo("-\n  a: 1\n- c\n");
            assertThat(removeItem("a:\n- x\n-\n- y\n", "/a", 1)).isEqualTo("a:\n- x\n- y\n");
        }

        @Test
        void everythingAndAddingKeepsTheBlock() {
            assertThat(edit("a:\n  - x\n  # c\n  - y\nb: 1\n", (d, e) -> {
                        list(d, "/a").items().forEach(item -> e.removeItem(list(d, "/a"), item));
                        e.append(list(d, "/a"), "z");
                    }))
                    .isEqualTo("a:\n  - z\nb: 1\n");
        }

        @Test
        void refusesWhatIsNotThere() {
            YamlFile file = YamlFile.parse("a: 1\nb: {a: 1}\n");
            YamlMapping root = map(file.documents().get(0), "");
            YamlEntry inner = map(file.documents().get(0), "/b").entries().get(0);
            assertThatThrownBy(() -> new YamlEditor(file).remove(root, inner))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void overlappingChangesAreRefused() {
        assertThatThrownBy(() -> edit(
                        "a: bcd\n", (d, e) -> e.replace(new Span(3, 5), "x").replace(new Span(4, 6), "y")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> edit(
                        "a: {b: c}\n",
                        (d, e) -> e.replaceText(scalar(d, "/a/b"), "x")
                                .remove(map(d, ""), map(d, "").entry("a").orElseThrow())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> edit(
                        "a: bcd\n",
                        (d, e) -> e.replacePart(scalar(d, "/a"), 0, 2, "x").replacePart(scalar(d, "/a"), 1, 3, "x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rawTextGoesInAsItIs() {
        assertThat(edit(
                        "a: \"x\" # c\nb:\n",
                        (d, e) -> e.replaceRaw(scalar(d, "/a"), "${{ parameters.n }}")
                                .replaceRaw(scalar(d, "/b"), "0644")))
                .isEqualTo("a: ${{ parameters.n }} # c\nb: 0644\n");
    }
}
