package io.stackprofile.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts another tree in the place of a list's item. */
final class ItemEdit {
    private final Source source;
    private final Surroundings surroundings;
    private final Layout layout;
    private final YamlNode item;
    private final CollectionPlace parent;

    ItemEdit(Surroundings surroundings, Layout layout, YamlNode item, CollectionPlace parent) {
        this.source = surroundings.source();
        this.surroundings = surroundings;
        this.layout = layout;
        this.item = item;
        this.parent = parent;
    }

    /**
     * Replaces the item.
     *
     * @param plain whether text beside it in brackets is plain
     * @param anchor the anchor to write before the tree, or empty
     */
    List<Splice> replaceBy(@Nullable Object tree, boolean plain, String anchor) {
        boolean bare = item instanceof YamlScalar && item.fullSpan().length() == 0;
        String lead = bare ? MissingValue.lead((YamlScalar) item, layout) : "";
        String text;
        if (parent.flow()) {
            text = ValueEdit.spaced(anchor, FlowWriter.value(tree, plain));
        } else if (TreeWriter.isInline(tree)) {
            text = ValueEdit.spaced(anchor, TreeWriter.inline(tree, parent.indent() + 2, written()));
        } else {
            text = block(tree, lead.length(), anchor);
        }
        return List.of(new Splice(item.fullSpan(), lead + text));
    }

    private String block(@Nullable Object tree, int lead, String anchor) {
        int start = item.fullSpan().start();
        int line = source.lineStart(start);
        boolean tab = source.text.substring(line, start).indexOf('\t') >= 0;
        if (tab || !anchor.isEmpty()) {
            int indent = parent.indent() + 2;
            return anchor + layout.lineBreak() + layout.spaces(indent) + TreeWriter.block(tree, indent, written());
        }
        return TreeWriter.block(tree, start - line + lead, written());
    }

    /** A block of lines needs the rest of its line, a break, and nothing behind it that it would take for its own. */
    private Layout written() {
        int end = item.fullSpan().end();
        boolean roomy = source.isBlank(end, source.lineEnd(end))
                && source.nextLine(end) > source.lineEnd(end)
                && surroundings.endsBlock(source.nextLine(end), parent.indent());
        return roomy ? layout : layout.withoutBlocks();
    }
}
