package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A block of lines takes what stands below it for its text unless that is told from it. */
class BlocksBesideEditsTest {

    private static String edit(String text, BiConsumer<YamlMapping, YamlEditor> change) {
        YamlFile file = YamlFile.parse(text);
        YamlEditor editor = new YamlEditor(file);
        change.accept((YamlMapping) file.documents().get(0).root().orElseThrow(), editor);
        return editor.apply();
    }

    @Test
    void a_block_that_ends_with_the_file_keeps_its_text_when_lines_are_added_below() {
        BiConsumer<YamlMapping, YamlEditor> add = (root, editor) -> editor.put(root, "name", "edge");
        assertThat(edit("manifest: |\n  replicas: 2", add)).isEqualTo("manifest: |-\n  replicas: 2\nname: edge");
        assertThat(edit("manifest: |2+ # ours\n  replicas: 2", add))
                .isEqualTo("manifest: |2- # ours\n  replicas: 2\nname: edge");
        assertThat(edit("manifest: >\n  replicas: 2", add)).isEqualTo("manifest: >-\n  replicas: 2\nname: edge");
        assertThat(edit("manifest: |-\n  replicas: 2", add)).isEqualTo("manifest: |-\n  replicas: 2\nname: edge");
        assertThat(edit("manifest: |\n  replicas: 2\n", add)).isEqualTo("manifest: |\n  replicas: 2\nname: edge\n");
    }

    @Test
    void additions_to_two_lists_at_the_end_of_the_file_give_the_block_above_them_one_header() {
        String text = "stacks:\n- name: edge\n  manifests:\n  - manifest: |\n      replicas: 2";
        assertThat(edit(text, (root, editor) -> {
                    YamlSequence stacks = (YamlSequence) root.get("stacks").orElseThrow();
                    YamlMapping edge = (YamlMapping) stacks.items().get(0);
                    editor.append((YamlSequence) edge.get("manifests").orElseThrow(), Map.of("manifest", "a"));
                    editor.append(stacks, Map.of("name", "search"));
                }))
                .isEqualTo("stacks:\n- name: edge\n  manifests:\n  - manifest: |-\n      replicas: 2\n"
                        + "  - manifest: a\n- name: search");
    }

    @Test
    void a_text_above_a_comment_further_in_is_quoted_since_a_block_would_take_the_comment() {
        String text = "spec:\n  name: edge\n  # last of the spec\nend: true\n";
        assertThat(edit("name: edge\n  # beside the name\n", (root, editor) -> editor.put(root, "note", "a\nb\n")))
                .isEqualTo("name: edge\nnote: \"a\\nb\\n\"\n  # beside the name\n");
        assertThat(edit(
                        text,
                        (root, editor) ->
                                editor.put((YamlMapping) root.get("spec").orElseThrow(), "note", "a\nb\n")))
                .isEqualTo("spec:\n  name: edge\n  note: |\n    a\n    b\n  # last of the spec\nend: true\n");
    }

    @Test
    void a_comment_behind_the_key_does_not_become_text_that_moves_up_to_it() {
        assertThat(edit("values: # default\n  level: info\n", (root, editor) -> editor.put(root, "values", "a\nb\n")))
                .isEqualTo("values: \"a\\nb\\n\" # default\n");
    }

    @Test
    void a_comment_that_sticks_to_what_is_replaced_does_not_become_text() {
        assertThat(edit("a: [x]# y\n", (root, editor) -> editor.put(root, "a", 5)))
                .isEqualTo("a: 5 # y\n");
        assertThat(edit("a: \"x\"# y\n", (root, editor) -> editor.put(root, "a", List.of("b"))))
                .isEqualTo("a: # y\n  - b\n");
        assertThat(edit("a: 'x'#y\n", (root, editor) -> editor.put(root, "a", "z")))
                .isEqualTo("a: 'z' #y\n");
    }

    @Test
    void a_comment_behind_what_is_replaced_does_not_become_text() {
        String text = "values:\n  level: info # default\n";
        assertThat(edit(text, (root, editor) -> editor.put(root, "values", List.of("a\nb\n"))))
                .isEqualTo("values:\n  - \"a\\nb\\n\" # default\n");
    }

    @Test
    void a_block_above_what_is_removed_takes_neither_the_comment_nor_the_blank_lines_below() {
        BiConsumer<YamlMapping, YamlEditor> remove =
                (root, editor) -> editor.remove(root, root.entry("level").orElseThrow());
        assertThat(edit("script: |\n  run\nlevel: info\n  # deeper\nname: edge\n", remove))
                .isEqualTo("script: |\n  run\n# deeper\nname: edge\n");
        assertThat(edit("script: |\n  run\nlevel: info\n\n    # deeper\n    # still\nname: edge\n", remove))
                .isEqualTo("script: |\n  run\n# deeper\n    # still\nname: edge\n");
        assertThat(edit("script: |+\n  run\nlevel: info\n\nname: edge\n", remove))
                .isEqualTo("script: |+\n  run\nname: edge\n");
        assertThat(edit("script: |\n  run\nlevel: info\n\n# beside\nname: edge\n", remove))
                .isEqualTo("script: |\n  run\n\n# beside\nname: edge\n");
        assertThat(edit("script: run\nlevel: info\n  # deeper\nname: edge\n", remove))
                .isEqualTo("script: run\n  # deeper\nname: edge\n");
    }

    @Test
    void a_text_that_moves_up_to_its_key_does_not_take_the_comment_it_passes() {
        assertThat(edit(
                        "base:\n    # of the webhook\n    url: a\nname: edge\n",
                        (root, editor) -> editor.put(root, "base", "a\nb")))
                .isEqualTo("base: \"a\\nb\"\n    # of the webhook\nname: edge\n");
        assertThat(edit("base:\n    url: a\nname: edge\n", (root, editor) -> editor.put(root, "base", "a\nb")))
                .isEqualTo("base: |-\n    a\n    b\nname: edge\n");
    }
}
