package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects changes to a file and applies them at once. Everything outside the changes stays byte for byte; what is
 * added takes over the file's indentation and line breaks.
 *
 * <p>The nodes must come from the file, and are changed where they stand: what reads one through an alias or a merge key
 * reads the change as well. {@link YamlPatch} changes one place only. Where an anchor goes with what is removed or
 * replaced, the first alias of it that stays becomes a copy of what it stood for.
 *
 * <p>A tree is a Map with String keys, a List, a String, a Boolean, a number or null.
 * Not safe for use by several threads.
 */
public final class YamlEditor {
    private final YamlFile file;
    private final Source source;
    private final List<Splice> splices = new ArrayList<>();
    private final Map<YamlScalar, ScalarEdit> scalars = new HashMap<>();
    private final Map<YamlNode, CollectionEdit> collections = new HashMap<>();
    private final List<Supplier<List<Splice>>> edits = new ArrayList<>();
    private final Orphans orphans = new Orphans();
    private @Nullable Layout layout;
    private @Nullable Surroundings surroundings;

    /** An editor without changes. */
    public YamlEditor(YamlFile file) {
        this.file = file;
        this.source = file.source();
    }

    /** Replaces a range of the file's text, as it is. */
    public YamlEditor replace(Span span, String text) {
        splices.add(new Splice(span, text));
        return this;
    }

    /** Replaces a scalar's content with source text, taken as it is. Anchor and tag stay. */
    public YamlEditor replaceRaw(YamlScalar scalar, String raw) {
        return replace(scalar.span(), raw.isEmpty() ? raw : MissingValue.lead(scalar, layout()) + raw);
    }

    /**
     * Makes a scalar this string. Its style is kept where that reads back the same, else it gets double quotes; a tag
     * that says it is no string goes.
     */
    public YamlEditor replaceText(YamlScalar scalar, String newText) {
        return replacePart(scalar, 0, scalar.text().length(), newText);
    }

    /**
     * Replaces part of a scalar's decoded text, which makes it a string. Only that part of the source is written anew
     * where the style allows it, else the whole scalar.
     *
     * @throws IndexOutOfBoundsException if the range does not lie in the text
     */
    public YamlEditor replacePart(YamlScalar scalar, int from, int to, String text) {
        if (from < 0 || to < from || to > scalar.text().length()) {
            throw new IndexOutOfBoundsException(
                    "range " + from + ".." + to + " of " + scalar.text().length());
        }
        scalars.computeIfAbsent(scalar, s -> {
                    ScalarEdit edit = new ScalarEdit(s, layout());
                    edits.add(edit::splices);
                    return edit;
                })
                .replace(from, to, text);
        return this;
    }

    /**
     * Removes an entry with its lines. Comments above it stay. A mapping that loses its last entry becomes {@code {}}.
     *
     * @throws IllegalArgumentException if the mapping does not hold the entry
     */
    public YamlEditor remove(YamlMapping mapping, YamlEntry entry) {
        for (int i = 0; i < mapping.entries().size(); i++) {
            if (mapping.entries().get(i).key() == entry.key()) {
                edit(mapping).remove(i);
                orphans.remove(entry.key());
                orphans.remove(mapping.entries().get(i).value());
                return this;
            }
        }
        throw new IllegalArgumentException("the mapping does not hold this entry");
    }

    /**
     * Removes an item with its lines. Comments above it stay. A list that loses its last item becomes {@code []}.
     *
     * @throws IllegalArgumentException if the list does not hold the item
     */
    public YamlEditor removeItem(YamlSequence sequence, YamlNode item) {
        for (int i = 0; i < sequence.items().size(); i++) {
            if (sequence.items().get(i) == item) {
                edit(sequence).remove(i);
                orphans.remove(item);
                return this;
            }
        }
        throw new IllegalArgumentException("the list does not hold this item");
    }

    /** Gives a key a value: in place if the mapping holds the key itself, else as a new last entry. */
    public YamlEditor put(YamlMapping mapping, String key, @Nullable Object tree) {
        Printable.requireWhole(key);
        Optional<YamlEntry> own = mapping.entry(key);
        if (own.isPresent()) {
            replaceNode(mapping, own.get().value(), tree);
            return this;
        }
        return add(mapping, key, tree);
    }

    /** Adds an entry, also beside one of that name that is removed. */
    YamlEditor add(YamlMapping mapping, String key, @Nullable Object tree) {
        edit(mapping)
                .add(new CollectionEdit.Addition(
                        key,
                        (indent, written) -> TreeWriter.entry(key, tree, indent, written),
                        plain -> FlowWriter.entry(key, tree, plain)));
        return this;
    }

    /** Adds an item at the end of a list. */
    public YamlEditor append(YamlSequence sequence, @Nullable Object tree) {
        edit(sequence)
                .add(new CollectionEdit.Addition(
                        null,
                        (indent, written) -> TreeWriter.item(tree, indent, written),
                        plain -> FlowWriter.value(tree, plain)));
        return this;
    }

    /**
     * Replaces an item in its place. Its anchor stays, since aliases may name it; a tag goes.
     *
     * @throws IllegalArgumentException if the list does not hold the item
     */
    public YamlEditor replaceItem(YamlSequence sequence, YamlNode item, @Nullable Object tree) {
        if (sequence.items().stream().noneMatch(held -> held == item)) {
            throw new IllegalArgumentException("the list does not hold this item");
        }
        replaceNode(sequence, item, tree);
        return this;
    }

    /** Puts a tree in the place of an entry's value, or an item. */
    void replaceNode(YamlNode parent, YamlNode node, @Nullable Object tree) {
        if (node instanceof YamlScalar scalar && tree instanceof String text) {
            replaceText(scalar, text);
            return;
        }
        orphans.replace(node);
        edits.add(replacement(
                parent, node, tree, node.anchor().map(name -> "&" + name).orElse("")));
    }

    /** The anchored node will change, and what its aliases stand for shall not. */
    void detach(YamlNode anchored) {
        orphans.detach(anchored);
    }

    private Supplier<List<Splice>> replacement(YamlNode parent, YamlNode node, @Nullable Object tree, String anchor) {
        if (parent instanceof YamlSequence sequence) {
            ItemEdit edit = new ItemEdit(surroundings(), layout(), node, sequence.place());
            boolean plain = Children.of(sequence).isPlain();
            return () -> edit.replaceBy(tree, plain, anchor);
        }
        YamlMapping mapping = (YamlMapping) parent;
        ValueEdit edit = new ValueEdit(surroundings(), layout(), node, mapping.place());
        boolean plain = Children.of(mapping).isPlain();
        return () -> edit.replaceBy(tree, plain, anchor);
    }

    private List<Splice> copied(Orphans.Orphan orphan) {
        YamlAlias alias = orphan.alias();
        Object tree = Spelled.copy(alias);
        if (!orphan.slot().key()) {
            return replacement(orphan.slot().parent(), alias, tree, orphan.anchor())
                    .get();
        }
        boolean flow = ((YamlMapping) orphan.slot().parent()).flow();
        String key = Spelled.write(new ScalarContext(ScalarStyle.PLAIN, flow, 0, true), tree);
        return List.of(new Splice(alias.span(), ValueEdit.spaced(orphan.anchor(), key)));
    }

    private CollectionEdit edit(YamlMapping mapping) {
        return edit(mapping, () -> Children.of(mapping));
    }

    private CollectionEdit edit(YamlSequence sequence) {
        return edit(sequence, () -> Children.of(sequence));
    }

    private CollectionEdit edit(YamlNode node, Supplier<Children> children) {
        return collections.computeIfAbsent(node, n -> {
            CollectionEdit edit =
                    new CollectionEdit(surroundings(), children.get(), layout(), n instanceof YamlMapping);
            edits.add(edit::splices);
            return edit;
        });
    }

    private Layout layout() {
        Layout known = layout;
        if (known == null) {
            known = Layout.of(file);
            layout = known;
        }
        return known;
    }

    private Surroundings surroundings() {
        Surroundings known = surroundings;
        if (known == null) {
            known = new Surroundings(file);
            surroundings = known;
        }
        return known;
    }

    /**
     * The changed text; without changes, the file's own.
     *
     * @throws IllegalStateException if two changes overlap
     */
    public String apply() {
        List<Splice> sorted = new ArrayList<>(splices);
        edits.forEach(edit -> edit.get().stream().map(this::ended).forEach(sorted::add));
        orphans.find(file)
                .forEach(orphan -> copied(orphan).stream().map(this::ended).forEach(sorted::add));
        if (sorted.isEmpty()) {
            return source.text;
        }
        keptEnd(sorted).ifPresent(sorted::add);
        sorted.replaceAll(this::apart);
        sorted.sort(Comparator.comparingInt((Splice s) -> s.span().start())
                .thenComparingInt(s -> s.span().end()));
        StringBuilder out = new StringBuilder(source.text.length() + 256);
        int at = 0;
        for (Splice splice : sorted) {
            if (splice.span().start() < at) {
                throw new IllegalStateException(
                        "changes overlap at offset " + splice.span().start());
            }
            out.append(source.text, at, splice.span().start()).append(splice.text());
            at = splice.span().end();
        }
        return out.append(source.text, at, source.text.length()).toString();
    }

    /** Lines added below a block that ends with the text, without a break, would give it that break as content. */
    private Optional<Splice> keptEnd(List<Splice> changes) {
        int end = source.text.length();
        boolean below = changes.stream()
                .anyMatch(
                        change -> change.span().start() == end && change.text().startsWith(layout().lineBreak()));
        return below
                ? surroundings()
                        .lastBlock()
                        .filter(block -> changes.stream()
                                .allMatch(change -> change.span().start() == end
                                        || change.span().end() <= block.span().start()))
                        .flatMap(BlockShape::stripped)
                : Optional.empty();
    }

    /** A comment may stick to brackets or quotes; to what comes into their place it would be text. */
    private Splice apart(Splice splice) {
        String text = splice.text();
        Span span = splice.span();
        boolean open = !text.isEmpty() && " \t\n".indexOf(text.charAt(text.length() - 1)) < 0;
        boolean stuck = open
                && source.text.startsWith("#", span.end())
                && surroundings().isComment(span.end());
        return stuck && !text.equals(span.of(source.text)) ? new Splice(span, text + " ") : splice;
    }

    /** At the end of a text without a last line break, a block of lines needs one to keep its own. */
    private Splice ended(Splice splice) {
        boolean last = splice.span().end() == source.text.length();
        boolean lines = last && splice.text().contains("|" + layout().lineBreak());
        return lines && !splice.text().endsWith(layout().lineBreak())
                ? new Splice(splice.span(), splice.text() + layout().lineBreak())
                : splice;
    }
}
