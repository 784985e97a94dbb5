package io.stackprofile.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts another tree in the place of an entry's value. */
final class ValueEdit {
    private final Source source;
    private final Surroundings surroundings;
    private final Layout layout;
    private final YamlNode value;
    private final CollectionPlace parent;

    ValueEdit(Surroundings surroundings, Layout layout, YamlNode value, CollectionPlace parent) {
        this.source = surroundings.source();
        this.surroundings = surroundings;
        this.layout = layout;
        this.value = value;
        this.parent = parent;
    }

    /**
     * Replaces the value.
     *
     * @param plain whether text beside it in brackets is plain
     * @param anchor the anchor to write before the tree, or empty
     */
    List<Splice> replaceBy(@Nullable Object tree, boolean plain, String anchor) {
        if (parent.flow()) {
            return inPlace(spaced(anchor, FlowWriter.value(tree, plain)));
        }
        boolean inline = TreeWriter.isInline(tree);
        int start = value.fullSpan().start();
        int line = source.lineStart(start);
        if (source.isBlank(line, start) && surroundings.contentAbove(line) >= 0) {
            return belowKey(line, anchor, tree, inline);
        }
        if (inline) {
            return inPlace(
                    spaced(anchor, inlineText(tree, endsBlock(value.fullSpan().end()))));
        }
        int end = value.fullSpan().end();
        String block = layout.lineBreak() + blockText(tree, source.lineEnd(end));
        String lead = lead();
        // A missing value ends where a comment begins, which needs the blank before it.
        boolean comment = source.text.startsWith("#", end);
        int from = anchor.isEmpty() && lead.isBlank() && !comment ? source.blanksBefore(start) : start;
        return List.of(
                new Splice(new Span(from, end), lead.stripTrailing() + anchor),
                Splice.insert(source.lineEnd(end), block));
    }

    /** The value begins on a line of its own; a scalar moves up behind the key, a block takes the lines. */
    private List<Splice> belowKey(int line, String anchor, @Nullable Object tree, boolean inline) {
        int key = surroundings.contentAbove(line);
        int end = value.fullSpan().end();
        if (inline) {
            // Comments between the key and the old value come to stand below the new one.
            boolean roomy = source.isBlank(key, source.lineEnd(key))
                    && surroundings.endsBlock(source.nextLine(key), parent.indent())
                    && endsBlock(end);
            return List.of(
                    Splice.insert(key, " " + spaced(anchor, inlineText(tree, roomy))),
                    Splice.delete(line, source.nextLine(end)));
        }
        String behindKey = anchor.isEmpty() ? "" : " " + anchor;
        return List.of(Splice.insert(key, behindKey), new Splice(new Span(line, end), blockText(tree, end)));
    }

    private List<Splice> inPlace(String text) {
        return List.of(new Splice(value.fullSpan(), lead() + text));
    }

    private String lead() {
        boolean bare = value instanceof YamlScalar && value.fullSpan().length() == 0;
        return bare ? MissingValue.lead((YamlScalar) value, layout) : "";
    }

    private String inlineText(@Nullable Object tree, boolean endsBlock) {
        String text = TreeWriter.inline(tree, parent.indent() + layout.step(), layout);
        boolean block = text.startsWith("|");
        int end = value.fullSpan().end();
        // A block's header needs the rest of its line, and its last line a break.
        boolean roomy = source.nextLine(end) > source.lineEnd(end) && endsBlock;
        return block && !roomy ? Quoted.doubleQuoted((String) java.util.Objects.requireNonNull(tree)) : text;
    }

    /** Whether a block of lines may be the last thing in the place of what ends at {@code end}. */
    private boolean endsBlock(int end) {
        return source.isBlank(end, source.lineEnd(end))
                && surroundings.endsBlock(source.nextLine(end), parent.indent());
    }

    private String blockText(@Nullable Object tree, int end) {
        int step = tree instanceof List ? layout.listStep() : layout.step();
        int indent = parent.indent() + step;
        return layout.spaces(indent) + TreeWriter.block(tree, indent, endsBlock(end) ? layout : layout.withoutBlocks());
    }

    static String spaced(String anchor, String text) {
        return anchor.isEmpty() ? text : anchor + " " + text;
    }
}
