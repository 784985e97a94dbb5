package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be removed from a collection and added at its end, turned into splices when all is known. */
final class CollectionEdit {
    private final Source source;
    private final Surroundings surroundings;
    private final Children children;
    private final Layout layout;
    private final boolean mapping;
    private final BitSet removed = new BitSet();
    private final List<Addition> additions = new ArrayList<>();

    /** A child to be added: its key, how it is written at a column, and inside brackets (beside plain text or not). */
    record Addition(@Nullable String key, BiFunction<Integer, Layout, String> block, Function<Boolean, String> flow) {}

    CollectionEdit(Surroundings surroundings, Children children, Layout layout, boolean mapping) {
        this.surroundings = surroundings;
        this.source = surroundings.source();
        this.children = children;
        this.layout = layout;
        this.mapping = mapping;
    }

    void remove(int child) {
        if (removed.get(child)) {
            throw new IllegalStateException("removed twice");
        }
        removed.set(child);
    }

    /** Adds a child; the same key again replaces what was to be added before. */
    void add(Addition addition) {
        additions.removeIf(before -> addition.key() != null && addition.key().equals(before.key()));
        additions.add(addition);
    }

    List<Splice> splices() {
        boolean none = removed.cardinality() == children.count();
        if (children.place.flow()) {
            return none ? refillFlow() : flowSplices();
        }
        if (none) {
            return additions.isEmpty() ? emptyBlock() : List.of(refillBlock());
        }
        List<Splice> out = new ArrayList<>();
        removeLines(out);
        if (!additions.isEmpty()) {
            out.add(addLines(children.end(removed.previousClearBit(children.count() - 1))));
        }
        return out;
    }

    private String brackets() {
        return mapping ? "{}" : "[]";
    }

    // Block collections

    private void removeLines(List<Splice> out) {
        int first = 0;
        if (removed.get(0) && !source.isBlank(source.lineStart(children.start(0)), children.start(0))) {
            // The first child shares its line with a dash above it, which the next one takes over.
            first = removed.nextClearBit(0);
            out.add(Splice.delete(children.start(0), takeOver(children.end(first - 1), children.start(first))));
        }
        for (int i = removed.nextSetBit(first); i >= 0; i = removed.nextSetBit(i + 1)) {
            out.add(removal(i));
        }
    }

    /**
     * The lines of a child go. Below a block's text, so do blank lines that it would keep as its own, and a comment
     * further in, which it would take for its text, moves out to the collection's column.
     */
    private Splice removal(int child) {
        int from = source.lineStart(children.start(child));
        int to = source.nextLine(children.end(child));
        Optional<YamlScalar> block = blockAbove(child);
        if (block.isEmpty()) {
            return Splice.delete(from, to);
        }
        int indent = children.place.indent();
        int line = to;
        int content = source.blanksAfter(line);
        while (line < source.text.length() && content == source.lineEnd(line)) {
            line = source.nextLine(line);
            content = source.blanksAfter(line);
        }
        if (source.text.startsWith("#", content) && content > line + indent) {
            return new Splice(new Span(from, content), layout.spaces(indent));
        }
        return Splice.delete(from, surroundings.keepsBlanks(block.get()) ? line : to);
    }

    /** The block of text with which the nearest child above that stays ends. */
    private Optional<YamlScalar> blockAbove(int child) {
        int above = removed.previousClearBit(child);
        return above < 0
                ? Optional.empty()
                : Optional.ofNullable(Surroundings.lastScalar(children.node(above)))
                        .filter(scalar -> scalar.style().isBlock());
    }

    /** Where the text to keep begins: the next child, or the first line of comment before it. */
    private int takeOver(int removedEnd, int next) {
        int at = source.nextLine(removedEnd);
        while (at < next && " \t\r\n".indexOf(source.text.charAt(at)) >= 0) {
            at++;
        }
        return Math.min(at, next);
    }

    private Splice addLines(int after) {
        int indent = children.place.indent();
        int at = source.nextLine(after);
        boolean unended = at == source.text.length() && source.lineEnd(after) == at;
        StringBuilder out = new StringBuilder();
        Layout written = surroundings.endsBlock(at, indent) ? layout : layout.withoutBlocks();
        for (Addition addition : additions) {
            out.append(unended ? layout.lineBreak() : "")
                    .append(layout.spaces(indent))
                    .append(addition.block().apply(indent, written))
                    .append(unended ? "" : layout.lineBreak());
        }
        return Splice.insert(at, out.toString());
    }

    /** In the place of what ends at {@code end}. */
    private String joined(int indent, int end) {
        boolean roomy =
                source.isBlank(end, source.lineEnd(end)) && surroundings.endsBlock(source.nextLine(end), indent);
        Layout written = roomy ? layout : layout.withoutBlocks();
        StringBuilder out = new StringBuilder();
        for (Addition addition : additions) {
            out.append(out.length() == 0 ? "" : layout.lineBreak() + layout.spaces(indent))
                    .append(addition.block().apply(indent, written));
        }
        return out.toString();
    }

    private Splice refillBlock() {
        int last = children.end(children.count() - 1);
        return new Splice(new Span(children.span.start(), last), joined(children.place.indent(), last));
    }

    private List<Splice> emptyBlock() {
        int start = children.span.start();
        int end = children.end(children.count() - 1);
        int line = source.lineStart(start);
        int owner = source.isBlank(line, start) ? surroundings.contentAbove(line) : -1;
        if (owner < 0) {
            return List.of(new Splice(new Span(start, end), brackets()));
        }
        return List.of(Splice.insert(owner, " " + brackets()), Splice.delete(line, source.nextLine(end)));
    }

    // Collections in brackets

    private List<Splice> refillFlow() {
        int start = children.span.start();
        int end = children.span.end();
        if (additions.isEmpty()) {
            return List.of(new Splice(children.span, brackets()));
        }
        if (children.place.inFlow() || children.count() > 0) {
            String inner = joinedFlow();
            return List.of(new Splice(children.span, mapping ? "{" + inner + "}" : "[" + inner + "]"));
        }
        int line = source.lineStart(start);
        boolean atDash = surroundings.isBlankOrDashes(line, start);
        if (atDash) {
            return List.of(new Splice(children.span, joined(start - line, end)));
        }
        int parent = children.place.parentIndent();
        int step = mapping ? layout.step() : layout.listStep();
        int indent = parent < 0 ? 0 : parent + step;
        String lines = layout.lineBreak() + layout.spaces(indent) + joined(indent, source.lineEnd(end));
        return List.of(Splice.delete(source.blanksBefore(start), end), Splice.insert(source.lineEnd(end), lines));
    }

    private String joinedFlow() {
        StringBuilder out = new StringBuilder();
        for (Addition addition : additions) {
            out.append(out.length() == 0 ? "" : ", ").append(addition.flow().apply(children.isPlain()));
        }
        return out.toString();
    }

    private List<Splice> flowSplices() {
        List<Splice> out = new ArrayList<>();
        int count = children.count();
        for (int i = removed.nextSetBit(0); i >= 0; i = removed.nextSetBit(i + 1)) {
            int next = removed.nextClearBit(i);
            out.add(
                    next < count
                            ? Splice.delete(children.start(i), children.start(next))
                            : Splice.delete(children.end(i - 1), children.end(count - 1)));
            i = next;
        }
        if (!additions.isEmpty()) {
            int end = children.end(count - 1);
            int comma = surroundings.skipToContent(end);
            boolean trailing = source.text.startsWith(",", comma);
            out.add(Splice.insert(trailing ? comma + 1 : end, (trailing ? " " : ", ") + joinedFlow()));
        }
        return out;
    }
}
