package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** An edit changes what it should in the tree, and not a byte elsewhere. */
class EditPropertiesTest {
    private static final List<String> FILES = Fixtures.all();

    @Provide
    Arbitrary<String> texts() {
        return Texts.strings();
    }

    @Provide
    Arbitrary<Object> trees() {
        return Texts.trees();
    }

    @Provide
    Arbitrary<Integer> files() {
        return Arbitraries.integers().between(0, FILES.size() - 1).withoutEdgeCases();
    }

    private record Found(String pointer, YamlNode node) {}

    private static YamlDocument last(YamlFile file) {
        return file.documents().get(file.documents().size() - 1);
    }

    private static List<Found> nodes(YamlDocument document) {
        List<Found> out = new ArrayList<>();
        document.root().ifPresent(root -> collect("", root, out));
        return out;
    }

    private static void collect(String pointer, YamlNode node, List<Found> out) {
        out.add(new Found(pointer, node));
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(e -> collect(YamlPointer.child(pointer, e.name()), e.value(), out));
        } else if (node instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(YamlPointer.child(pointer, i), sequence.items().get(i), out);
            }
        }
    }

    private static List<Found> scalars(YamlDocument document) {
        return nodes(document).stream()
                .filter(f -> f.node() instanceof YamlScalar)
                .toList();
    }

    private static Object tree(YamlDocument document) {
        return document.root().map(YamlTree::of).orElse(null);
    }

    /** The tree with the node at the pointer replaced. */
    private static Object with(Object tree, String pointer, Object value) {
        List<String> tokens = YamlPointer.tokens(pointer);
        if (tokens.isEmpty()) {
            return value;
        }
        Object at = tree;
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            at = step(at, token);
        }
        set(at, tokens.get(tokens.size() - 1), value);
        return tree;
    }

    private static Object step(Object at, String token) {
        return at instanceof Map<?, ?> map ? map.get(token) : ((List<?>) at).get(Integer.parseInt(token));
    }

    private static Object find(Object tree, String pointer) {
        Object at = tree;
        for (String token : YamlPointer.tokens(pointer)) {
            at = step(at, token);
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static void set(Object at, String token, Object value) {
        if (at instanceof Map<?, ?> map) {
            ((Map<String, Object>) map).put(token, value);
        } else {
            ((List<Object>) at).set(Integer.parseInt(token), value);
        }
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
    void replacingATextChangesThatTextOnly(@ForAll("files") int file, @ForAll long seed, @ForAll("texts") String text) {
        String before = FILES.get(file);
        YamlFile parsed = YamlFile.parse(before);
        YamlDocument document = last(parsed);
        List<Found> scalars = scalars(document);
        if (scalars.isEmpty()) {
            return;
        }
        Random random = new Random(seed);
        Found found = scalars.get(random.nextInt(scalars.size()));
        YamlScalar scalar = (YamlScalar) found.node();
        int length = scalar.text().length();
        int a = random.nextInt(length + 1);
        int b = random.nextInt(length + 1);
        int from = random.nextBoolean() ? 0 : boundary(scalar.text(), Math.min(a, b));
        int to = from == 0 && random.nextBoolean() ? length : boundary(scalar.text(), Math.max(a, b));
        to = Math.max(from, to);
        String after =
                new YamlEditor(parsed).replacePart(scalar, from, to, text).apply();
        String expected =
                scalar.text().substring(0, from) + text + scalar.text().substring(to);
        assertThat(Texts.normal(tree(last(YamlFile.parse(after)))))
                .isEqualTo(Texts.normal(with(tree(document), found.pointer(), expected)));
        assertThat(after).startsWith(before.substring(0, scalar.fullSpan().start()));
        assertThat(after).endsWith(before.substring(scalar.span().end()));
    }

    private static int boundary(String text, int at) {
        boolean inPair = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inPair ? at - 1 : at;
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.BOUNDED)
    void changingCollectionsChangesThemOnly(
            @ForAll("files") int file, @ForAll long seed, @ForAll("trees") Object value, @ForAll("texts") String key) {
        String text = FILES.get(file);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            text = changed(text, random, value, key + round);
        }
    }

    private static String changed(String before, Random random, Object value, String key) {
        YamlFile parsed = YamlFile.parse(before);
        YamlDocument document = last(parsed);
        List<Found> collections = nodes(document).stream()
                .filter(f -> !(f.node() instanceof YamlScalar))
                .toList();
        if (collections.isEmpty()) {
            return before;
        }
        Found found = collections.get(random.nextInt(collections.size()));
        YamlEditor editor = new YamlEditor(parsed);
        Object tree = tree(document);
        Object target = find(tree, found.pointer());
        boolean added = found.node() instanceof YamlMapping mapping
                ? changeMapping(editor, mapping, cast(target), random, value, key)
                : changeList(editor, (YamlSequence) found.node(), cast(target), random, value);
        String after = applied(editor, before, found);
        YamlFile reread = YamlFile.parse(after);
        assertThat(Texts.normal(tree(last(reread)))).as(after).isEqualTo(Texts.normal(tree));
        if (added) {
            assertThat(reread.comments())
                    .extracting(YamlComment::text)
                    .containsExactlyElementsOf(
                            parsed.comments().stream().map(YamlComment::text).toList());
        }
        if (!before.contains("\r\n")) {
            assertThat(after).doesNotContain("\r\n");
        } else {
            assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        }
        return after;
    }

    private static String applied(YamlEditor editor, String before, Found found) {
        try {
            return editor.apply();
        } catch (IllegalStateException overlap) {
            throw new AssertionError("at " + found.pointer() + " of\n" + before, overlap);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object target) {
        return (T) target;
    }

    private static boolean changeMapping(
            YamlEditor editor,
            YamlMapping mapping,
            Map<String, Object> target,
            Random random,
            Object value,
            String key) {
        int size = mapping.entries().size();
        int choice = size == 0 ? 0 : random.nextInt(3);
        if (choice == 0) {
            editor.put(mapping, key, value);
            boolean added = !target.containsKey(key);
            target.put(key, value);
            return added;
        }
        YamlEntry entry = mapping.entries().get(random.nextInt(size));
        if (choice == 1) {
            editor.put(mapping, entry.name(), value);
            target.put(entry.name(), value);
            return false;
        }
        editor.remove(mapping, entry);
        target.remove(entry.name());
        return false;
    }

    private static boolean changeList(
            YamlEditor editor, YamlSequence sequence, List<Object> target, Random random, Object value) {
        int size = sequence.items().size();
        if (size == 0 || random.nextBoolean()) {
            editor.append(sequence, value);
            target.add(value);
            return true;
        }
        int first = random.nextInt(size);
        int last = random.nextBoolean() ? first : size - 1;
        for (int i = last; i >= first; i--) {
            editor.removeItem(sequence, sequence.items().get(i));
            target.remove(i);
        }
        return false;
    }

    @Example
    void noEditIsTheIdentityAndSoIsReplacingEverySpanByItself() {
        for (String text : FILES) {
            YamlFile file = YamlFile.parse(text);
            YamlEditor editor = new YamlEditor(file);
            assertThat(editor.apply()).isEqualTo(text);
            for (YamlDocument document : file.documents()) {
                YamlWalk.keysAndScalars(
                        document,
                        (pointer, scalar) ->
                                editor.replaceRaw(scalar, scalar.span().of(text)));
            }
            assertThat(editor.apply()).isEqualTo(text);
        }
    }

    @Example
    void replacingEveryTextByItselfKeepsTheTreeAsStrings() {
        for (String text : FILES) {
            YamlFile file = YamlFile.parse(text);
            YamlEditor editor = new YamlEditor(file);
            List<String> expected = new ArrayList<>();
            file.documents()
                    .forEach(d -> YamlWalk.keysAndScalars(d, (pointer, scalar) -> {
                        editor.replaceText(scalar, scalar.text());
                        expected.add(scalar.text());
                    }));
            List<String> actual = new ArrayList<>();
            YamlFile.parse(editor.apply())
                    .documents()
                    .forEach(d -> YamlWalk.keysAndScalars(d, (p, s) -> {
                        assertThat(s.value().kind()).isEqualTo(YamlValue.Kind.STRING);
                        actual.add(s.text());
                    }));
            assertThat(actual).isEqualTo(expected);
        }
    }

    /** Insertion order does not matter for the comparison of trees. */
    @Example
    void normalTreesCompareByContent() {
        Map<String, Object> a = new LinkedHashMap<>();
        a.put("x", 1L);
        a.put("y", 2.0);
        assertThat(Texts.normal(a)).isEqualTo(Texts.normal(Map.of("y", 2L, "x", 1)));
    }
}
