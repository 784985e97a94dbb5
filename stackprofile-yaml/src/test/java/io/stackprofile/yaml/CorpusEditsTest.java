package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of edit on every recorded member: not a byte changes around it, and nothing in the tree but what it asks. */
class CorpusEditsTest {
    private enum Kind {
        TEXT,
        PART,
        PUT,
        ADD,
        REMOVE,
        APPEND,
        REMOVE_ITEM,
        REPLACE_ITEM
    }

    /** A node with the pointer under which it stands. */
    private record Found(String pointer, YamlNode node) {}

    /**
     * An edit that was made.
     *
     * @param region the part of the text it may change
     * @param gone the part whose comments go with it
     */
    private record Made(TreeChange change, Span region, Span gone) {}

    @ParameterizedTest
    @ValueSource(strings = {"S", "M"})
    void everyKindOfEditOnEveryMember(String size) {
        Random random = new Random(20_260_101);
        int[] edits = {0};
        Corpus.members("stacks-" + size + ".tar.gz").forEach((name, text) -> {
            assertThat(new YamlEditor(YamlFile.parse(text)).apply()).isSameAs(text);
            for (Kind kind : Kind.values()) {
                for (int round = 0; round < 2; round++) {
                    edits[0] += edit(name, text, kind, random) ? 1 : 0;
                }
            }
        });
        assertThat(edits[0]).isGreaterThan(size.equals("S") ? 200 : 2_000);
    }

    private static boolean edit(String name, String text, Kind kind, Random random) {
        YamlFile file = YamlFile.parse(text);
        YamlDocument document =
                file.documents().get(random.nextInt(file.documents().size()));
        List<Found> nodes = nodes(document, suits(kind));
        if (nodes.isEmpty() || !Slots.of(file).aliases().isEmpty()) {
            return false;
        }
        Found found = nodes.get(random.nextInt(nodes.size()));
        YamlEditor editor = new YamlEditor(file);
        Made made = make(kind, editor, file, found, random);
        Object expected = YamlTree.of(document.root().orElseThrow());
        if (made.change().tokens().isEmpty()) {
            return false;
        }
        made.change().in(expected, 0);
        String after = editor.apply();
        String what = name + " " + kind + " " + made.change().tokens();
        checkBytes(what, text, after, made.region());
        YamlFile reread = YamlFile.parse(after);
        checkTrees(what, file, reread, document.index(), expected);
        // A comment on the line of what goes may stay, where empty brackets come into its place.
        List<String> left = comments(reread, new Span(0, 0));
        assertThat(isWithin(left, comments(file, new Span(0, 0)))).as(what).isTrue();
        assertThat(isWithin(comments(file, made.gone()), left)).as(what).isTrue();
        return true;
    }

    private static void checkBytes(String what, String before, String after, Span region) {
        int kept = region.start() + before.length() - region.end();
        assertThat(after).as(what).hasSizeGreaterThanOrEqualTo(kept);
        assertThat(after.startsWith(before.substring(0, region.start())))
                .as(what)
                .isTrue();
        assertThat(after.endsWith(before.substring(region.end()))).as(what).isTrue();
    }

    private static void checkTrees(String what, YamlFile before, YamlFile after, int changed, Object expected) {
        assertThat(after.documents()).as(what).hasSameSizeAs(before.documents());
        for (int i = 0; i < after.documents().size(); i++) {
            Object wanted = i == changed ? expected : tree(before.documents().get(i));
            assertThat(Texts.normal(tree(after.documents().get(i))).equals(Texts.normal(wanted)))
                    .as("%s, document %d", what, i)
                    .isTrue();
        }
    }

    private static Object tree(YamlDocument document) {
        return document.root().map(YamlTree::of).orElse(null);
    }

    private static List<String> comments(YamlFile file, Span gone) {
        return file.comments().stream()
                .filter(comment -> !gone.contains(comment.span()))
                .map(YamlComment::text)
                .toList();
    }

    /** Whether all stand in the other list, in their order. */
    private static boolean isWithin(List<String> some, List<String> all) {
        int found = 0;
        for (String text : all) {
            found += found < some.size() && some.get(found).equals(text) ? 1 : 0;
        }
        return found == some.size();
    }

    private static Predicate<YamlNode> suits(Kind kind) {
        return switch (kind) {
            case TEXT, PART -> YamlScalar.class::isInstance;
            case ADD -> YamlMapping.class::isInstance;
            case PUT, REMOVE ->
                node -> node instanceof YamlMapping map && !map.entries().isEmpty();
            case APPEND -> YamlSequence.class::isInstance;
            case REMOVE_ITEM, REPLACE_ITEM ->
                node -> node instanceof YamlSequence list && !list.items().isEmpty();
        };
    }

    private static Made make(Kind kind, YamlEditor editor, YamlFile file, Found found, Random random) {
        return switch (kind) {
            case TEXT, PART -> text(kind, editor, found, random);
            case PUT, ADD, REMOVE -> inMapping(kind, editor, file, found, random);
            case APPEND, REMOVE_ITEM, REPLACE_ITEM -> inList(kind, editor, file, found, random);
        };
    }

    private static TreeChange put(String pointer, Object tree) {
        return new TreeChange(YamlPointer.tokens(pointer), false, tree);
    }

    private static TreeChange remove(String pointer) {
        return new TreeChange(YamlPointer.tokens(pointer), true, null);
    }

    private static Made text(Kind kind, YamlEditor editor, Found found, Random random) {
        YamlScalar scalar = (YamlScalar) found.node();
        String old = scalar.text();
        String text = Texts.random(random);
        Span span = scalar.fullSpan();
        if (kind == Kind.TEXT) {
            editor.replaceText(scalar, text);
            return new Made(put(found.pointer(), text), span, span);
        }
        int from = old.offsetByCodePoints(0, random.nextInt(old.codePointCount(0, old.length()) + 1));
        int to = old.offsetByCodePoints(from, random.nextInt(old.codePointCount(from, old.length()) + 1));
        editor.replacePart(scalar, from, to, text);
        return new Made(put(found.pointer(), old.substring(0, from) + text + old.substring(to)), span, span);
    }

    private static Made inMapping(Kind kind, YamlEditor editor, YamlFile file, Found found, Random random) {
        YamlMapping mapping = (YamlMapping) found.node();
        Object value = Texts.randomTree(random, 2);
        if (kind == Kind.ADD) {
            String key = "new " + Texts.random(random);
            editor.put(mapping, key, value);
            return new Made(put(YamlPointer.child(found.pointer(), key), value), behind(file, mapping), new Span(0, 0));
        }
        int at = random.nextInt(mapping.entries().size());
        YamlEntry entry = mapping.entries().get(at);
        String pointer = YamlPointer.child(found.pointer(), entry.name());
        Children children = Children.of(mapping);
        if (kind == Kind.REMOVE) {
            editor.remove(mapping, entry);
            Span gone = removed(file, children, at);
            return new Made(remove(pointer), around(file, children, at), gone);
        }
        editor.put(mapping, entry.name(), value);
        int end = file.source().lineEnd(children.end(at));
        boolean scalar = entry.value() instanceof YamlScalar;
        Span old = entry.value().fullSpan();
        return new Made(
                put(pointer, value),
                new Span(entry.key().span().end(), end),
                scalar && old.length() == 0 ? new Span(0, 0) : old);
    }

    private static Made inList(Kind kind, YamlEditor editor, YamlFile file, Found found, Random random) {
        YamlSequence list = (YamlSequence) found.node();
        Object value = Texts.randomTree(random, 2);
        if (kind == Kind.APPEND) {
            editor.append(list, value);
            return new Made(put(found.pointer() + "/-", value), behind(file, list), new Span(0, 0));
        }
        int at = random.nextInt(list.items().size());
        YamlNode item = list.items().get(at);
        String pointer = YamlPointer.child(found.pointer(), at);
        if (kind == Kind.REPLACE_ITEM) {
            editor.replaceItem(list, item, value);
            return new Made(put(pointer, value), item.fullSpan(), item.fullSpan());
        }
        editor.removeItem(list, item);
        Children children = Children.of(list);
        return new Made(remove(pointer), around(file, children, at), removed(file, children, at));
    }

    /** Where an addition may go: behind the last child and its line; in the place of empty brackets. */
    private static Span behind(YamlFile file, YamlNode node) {
        Children children = node instanceof YamlMapping map ? Children.of(map) : Children.of((YamlSequence) node);
        int end = node.span().end();
        int from = children.count() == 0
                ? file.source().blanksBefore(node.span().start())
                : children.end(children.count() - 1);
        // A block that ends with the text gets its header changed, so that it keeps its text.
        boolean unended = file.source().nextLine(end) == file.source().lineEnd(end);
        return new Span(unended ? node.span().start() : from, file.source().nextLine(end));
    }

    /** The lines of a child whose comments go with it. */
    private static Span removed(YamlFile file, Children children, int at) {
        int end = children.end(at);
        boolean brackets = children.place.flow();
        return new Span(children.start(at), brackets ? end : file.source().nextLine(end));
    }

    /** What a removal may touch: up to the next child, or from the line that owns a collection that becomes empty. */
    private static Span around(YamlFile file, Children children, int at) {
        Source source = file.source();
        int from = source.lineStart(children.start(at));
        if (children.count() == 1 && !children.place.flow()) {
            from = Math.max(0, new Surroundings(file).contentAbove(source.lineStart(children.span.start())));
        } else if (children.place.flow() && at > 0) {
            from = children.end(at - 1);
        }
        int to = at + 1 < children.count() ? children.start(at + 1) : source.nextLine(children.end(at));
        return new Span(Math.min(from, children.start(at)), afterBlanks(source, to));
    }

    /** Below a block of text, blank lines go and a comment moves out to the column of what was removed. */
    private static int afterBlanks(Source source, int from) {
        int at = from;
        while (at < source.text.length() && " \t\r\n".indexOf(source.text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static List<Found> nodes(YamlDocument document, Predicate<YamlNode> wanted) {
        List<Found> out = new ArrayList<>();
        document.root().ifPresent(root -> collect("", root, wanted, out));
        return out;
    }

    private static void collect(String pointer, YamlNode node, Predicate<YamlNode> wanted, List<Found> out) {
        if (wanted.test(node)) {
            out.add(new Found(pointer, node));
        }
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(e -> collect(YamlPointer.child(pointer, e.name()), e.value(), wanted, out));
        } else if (node instanceof YamlSequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(YamlPointer.child(pointer, i), list.items().get(i), wanted, out);
            }
        }
    }
}
