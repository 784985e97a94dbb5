package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** After a change the resolved document differs at the asked place only, whatever aliases and merges are around. */
class YamlPatchPropertiesTest {
    private static YamlNode root(YamlFile file) {
        return file.documents().get(0).root().orElseThrow();
    }

    private static List<String> pointers(Object tree, String pointer, List<String> out) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String below = YamlPointer.child(pointer, (String) key);
                out.add(below);
                pointers(value, below, out);
            });
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                out.add(YamlPointer.child(pointer, i));
                pointers(list.get(i), YamlPointer.child(pointer, i), out);
            }
        }
        return out;
    }

    private static String any(Object tree, Random random) {
        List<String> all = pointers(tree, "", new ArrayList<>());
        return all.get(random.nextInt(all.size()));
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void changesHereStayHere(@ForAll long seed) {
        Random random = new Random(seed);
        String text = AliasedText.of(random);
        YamlPatch patch = new YamlPatch(YamlFile.parse(text));
        for (int round = 0; round < 3; round++) {
            String before = patch.file().text();
            Object tree = YamlTree.of(root(patch.file()));
            if (pointers(tree, "", new ArrayList<>()).isEmpty()) {
                return;
            }
            String pointer = any(tree, random);
            boolean removes = random.nextInt(3) == 0;
            Object value = Texts.randomTree(random, 2);
            String at = removes || random.nextBoolean() ? pointer : beside(tree, pointer);
            new TreeChange(YamlPointer.tokens(at), removes, value).in(tree, 0);
            try {
                if (removes) {
                    patch.remove(0, at);
                } else {
                    patch.put(0, at, value);
                }
            } catch (RuntimeException refused) {
                throw new AssertionError(at + " of\n" + before, refused);
            }
            assertThat(Texts.normal(YamlTree.of(root(patch.file()))))
                    .as(
                            "%s %s in\n%s\ngives\n%s",
                            removes ? "remove" : "put", at, before, patch.file().text())
                    .isEqualTo(Texts.normal(tree));
        }
    }

    /** A place that is not there yet. */
    private static String beside(Object tree, String pointer) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        Object holder = tree;
        for (String token : YamlPointer.tokens(parent)) {
            holder = holder instanceof Map<?, ?> map ? map.get(token) : ((List<?>) holder).get(Integer.parseInt(token));
        }
        return parent + (holder instanceof List ? "/-" : "/new");
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void changesEverywhereReachAllThatReadTheNode(@ForAll long seed) {
        Random random = new Random(seed);
        YamlFile file = YamlFile.parse(AliasedText.of(random));
        YamlDocument document = file.documents().get(0);
        Object tree = YamlTree.of(root(file));
        String pointer = any(tree, random);
        YamlNode node = document.at(pointer).orElseThrow();
        List<String> readers = document.pointersTo(node);
        assertThat(readers).contains(pointer);
        for (String reader : readers) {
            new TreeChange(YamlPointer.tokens(reader), false, "new: text").in(tree, 0);
        }
        YamlPatch patch = new YamlPatch(file);
        try {
            patch.putEverywhere(0, pointer, "new: text");
        } catch (YamlException refused) {
            assertThat(refused.code()).isEqualTo(YamlException.Code.BAD_MERGE);
            assertThat(patch.file()).isSameAs(file);
            return;
        }
        YamlFile after = patch.file();
        assertThat(YamlTree.of(root(after)))
                .as("%s in\n%s\ngives\n%s", pointer, file.text(), after.text())
                .isEqualTo(tree);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void whatIsRemovedEverywhereIsReadNowhereElseEither(@ForAll long seed) {
        Random random = new Random(seed);
        YamlFile file = YamlFile.parse(AliasedText.of(random));
        Object tree = YamlTree.of(root(file));
        String pointer = any(tree, random);
        YamlFile after = new YamlPatch(file).removeEverywhere(0, pointer).file();
        boolean item = file.documents()
                        .get(0)
                        .at(pointer.substring(0, pointer.lastIndexOf('/')))
                        .orElseThrow()
                        .resolve()
                instanceof YamlSequence;
        if (!item) {
            assertThat(after.documents().get(0).at(pointer))
                    .as("%s in\n%s\ngives\n%s", pointer, file.text(), after.text())
                    .isEmpty();
        }
    }

    @Example
    void aliasesAndMergesAreReadAsKubernetesReadsThem() {
        Kubectl kubectl = Kubectl.require();
        StringBuilder text = new StringBuilder(Kubectl.manifest(""));
        Random random = new Random(7);
        for (int i = 0; i < 800; i++) {
            text.append("  -\n");
            AliasedText.of(random)
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        YamlDocument document = YamlFile.parse(text.toString()).documents().get(0);
        assertThat(Texts.normal(YamlTree.of(document.at("/spec").orElseThrow())))
                .isEqualTo(Texts.normal(Corpus.plain(kubectl.spec(text.toString()))));
    }
}
