package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes at pointers, among aliases and merge keys. */
class YamlPatchTest {
    private static final String SHARED = """
            base: &base   # shared
              mode: 0644
              env: {a: x, b: w}
            one: *base
            two:
              <<: *base   # and more
              name: two
            """;

    private static YamlPatch patch(String text) {
        return new YamlPatch(YamlFile.parse(text));
    }

    private static String put(String text, String pointer, Object tree) {
        return patch(text).put(0, pointer, tree).file().text();
    }

    private static String remove(String text, String pointer) {
        return patch(text).remove(0, pointer).file().text();
    }

    @Test
    void aChangeBehindAnAliasWritesOutACopyThere() {
        assertThat(put(SHARED, "/one/env/a", "z")).isEqualTo(SHARED.replace("one: *base\n", """
                one:
                  mode: 0644
                  env:
                    a: z
                    b: w
                """));
        assertThat(put(SHARED, "/one", 5)).isEqualTo(SHARED.replace("one: *base", "one: 5"));
    }

    @Test
    void aChangeOfWhatIsMergedInOverridesIt() {
        assertThat(put(SHARED, "/two/mode", 0)).isEqualTo(SHARED + "  mode: 0\n");
        assertThat(remove(SHARED, "/two/env")).isEqualTo(SHARED.replace("  <<: *base   # and more\n", "") + """
                  mode: 0644
                """);
        assertThat(put("a: &a {x: 1}\nb: {x: 2, <<: *a}\n", "/b/x", 3)).isEqualTo("a: &a {x: 1}\nb: {<<: *a, x: 3}\n");
        assertThat(put("b:\n  <<: {x: 1} # inline\n", "/b/x", 3)).isEqualTo("b:\n  <<: {x: 3} # inline\n");
    }

    @Test
    void aChangeAtTheAnchorLeavesItsAliasesWhatTheyWere() {
        assertThat(put("a: &n 1\nb: *n\nc: *n\n", "/a", 2)).isEqualTo("a: &n 2\nb: &n 1\nc: *n\n");
        assertThat(put(SHARED, "/base/mode", "x"))
                .isEqualTo(SHARED.replace("0644", "x").replace("one: *base\n", """
                        one: &base
                          mode: 0644
                          env:
                            a: x
                            b: w
                        """));
        assertThat(put("a: &k x\n*k : 1\n", "/a", "z")).isEqualTo("a: &k z\nx : 1\n");
    }

    @Test
    void aChangeEverywhereGoesToTheAnchor() {
        assertThat(patch(SHARED).putEverywhere(0, "/two/mode", 420).file().text())
                .isEqualTo(SHARED.replace("0644", "420"));
        assertThat(patch(SHARED).putEverywhere(0, "/one/env/c", true).file().text())
                .isEqualTo(SHARED.replace("b: w}", "b: w, c: true}"));
        assertThat(patch(SHARED).removeEverywhere(0, "/two/env").file().text())
                .isEqualTo(SHARED.replace("  env: {a: x, b: w}\n", ""));
        assertThat(patch("a: &n 1\nb: *n\n").putEverywhere(0, "/b", 2).file().text())
                .isEqualTo("a: &n 2\nb: *n\n");
    }

    @Test
    void anAnchorThatGoesIsHandedToTheNextThatNeedsIt() {
        assertThat(remove("a: &n {x: 1}\nb: *n # b\nc: *n\n", "/a")).isEqualTo("b: &n # b\n  x: 1\nc: *n\n");
        assertThat(remove("l:\n  - &n 1\n  - *n\n", "/l/0")).isEqualTo("l:\n  - 1\n");
        assertThat(put("a: {x: &n {z: 1}}\nb: [*n]\n", "/a", 0)).isEqualTo("a: 0\nb: [{z: 1}]\n");
    }

    @Test
    void anEditorHandsAnchorsOnToo() {
        YamlFile file = YamlFile.parse("a: &n 1\nb: *n\nc: *n\n");
        YamlMapping root = (YamlMapping) file.documents().get(0).root().orElseThrow();
        YamlEditor editor = new YamlEditor(file);
        editor.remove(root, root.entries().get(0)).remove(root, root.entries().get(1));
        assertThat(editor.apply()).isEqualTo("c: 1\n").isEqualTo(editor.apply());
    }

    @Test
    void itemsAreReplacedInTheirPlace() {
        assertThat(put("- a # c\n- b\n", "/0", Map.of("x", List.of(1)))).isEqualTo("- x:\n    - 1 # c\n- b\n");
        assertThat(put("-   a: 1\n    b: 2\n- c\n", "/0", "s")).isEqualTo("-   s\n- c\n");
        assertThat(put("-\n- b\n", "/0", Map.of("x", 1))).isEqualTo("- x: 1\n- b\n");
        assertThat(put("- &n {a: 1}\n- *n\n", "/0", Map.of("x", 1)))
                .isEqualTo("- &n\n  x: 1\n- {a: 1}\n".replace("{a: 1}", "a: 1"));
        assertThat(put("[a, 'b']\n", "/1", List.of("c"))).isEqualTo("[a, [c]]\n");
        assertThat(put("- a\n- b\n", "/1", "x\ny\n")).isEqualTo("- a\n- \"x\\ny\\n\"\n");
        assertThat(put("- a\n", "/-", "b")).isEqualTo("- a\n- b\n");
    }

    @Test
    void pointersToANodeAreAllThatReadIt() {
        YamlDocument document = YamlFile.parse(SHARED).documents().get(0);
        assertThat(document.pointersTo(document.at("/one/env/a").orElseThrow()))
                .containsExactly("/base/env/a", "/one/env/a", "/two/env/a");
        assertThat(document.pointersTo(document.at("/two/name").orElseThrow())).containsExactly("/two/name");
    }

    @Test
    void whatLeadsNowhereIsRefusedWithItsStepAndWithoutTheText() {
        YamlPatch patch = patch("a: {b: hunter2}\nl: [1]\n");
        for (String pointer : List.of("/a/b/c", "/l/1/x", "/x/y", "/l/x/y")) {
            assertThatThrownBy(() -> patch.put(0, pointer, "hunter2"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("of the pointer's " + (pointer.split("/").length - 1) + ";")
                    .hasMessageNotContaining("hunter2");
        }
        assertThatThrownBy(() -> patch.remove(0, "/a/x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> patch.remove(0, "/l/-")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> patch.put(0, "", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> patch.put(1, "/a", 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(patch.file().text()).isEqualTo("a: {b: hunter2}\nl: [1]\n");
        assertThat(new TreeChange(List.of("a"), false, "hunter2").toString()).doesNotContain("hunter2");
        assertThat(new Spelled("hunter2").toString()).doesNotContain("hunter2");
    }
}
