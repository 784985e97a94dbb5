package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes to the text of one scalar, turned into splices when all are known. */
final class ScalarEdit {
    private static final String TAGS = "tag:yaml.org,2002:";

    private final YamlScalar scalar;
    private final Layout layout;
    private final List<Part> parts = new ArrayList<>();

    private record Part(int from, int to, String text) {}

    ScalarEdit(YamlScalar scalar, Layout layout) {
        this.scalar = scalar;
        this.layout = layout;
    }

    void replace(int from, int to, String text) {
        Printable.requireWhole(text);
        parts.add(new Part(from, to, text));
    }

    List<Splice> splices() {
        parts.sort(Comparator.comparingInt(Part::from).thenComparingInt(Part::to));
        String text = newText();
        if (!isTagDropped() && !isWhole()) {
            Optional<List<Splice>> small = partSplices(text);
            if (small.isPresent()) {
                return small.get();
            }
        }
        return List.of(whole(text));
    }

    private boolean isWhole() {
        Part first = parts.get(0);
        return parts.size() == 1 && first.from == 0 && first.to == scalar.text().length();
    }

    private String newText() {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Part part : parts) {
            if (part.from < at) {
                throw new IllegalStateException("changes of a scalar's text overlap");
            }
            out.append(scalar.text(), at, part.from).append(part.text);
            at = part.to;
        }
        return out.append(scalar.text(), at, scalar.text().length()).toString();
    }

    private Optional<List<Splice>> partSplices(String text) {
        ScalarContext context = scalar.context();
        List<Splice> out = new ArrayList<>();
        for (Part part : parts) {
            Optional<String> encoded = Fragments.encode(context, part.text);
            if (encoded.isEmpty()) {
                return Optional.empty();
            }
            Span span = scalar.sourceOf(part.from, part.to);
            if (span.end() > scalar.origin.end()) {
                // The break after a block's last line also ends the block.
                return Optional.empty();
            }
            out.add(new Splice(span, layout.withBreaks(encoded.get())));
        }
        boolean possible =
                scalar.style() != ScalarStyle.PLAIN || PlainText.isPossible(scalar.context(), text.replace('\n', ' '));
        return possible && (isCertain() || Reread.gives(scalar, out, text)) ? Optional.of(out) : Optional.empty();
    }

    /** On one line outside blocks nothing can go wrong; anything else is read again to see. */
    private boolean isCertain() {
        return !scalar.style().isBlock() && scalar.source.lineEnd(scalar.origin.start()) >= scalar.origin.end();
    }

    /** The whole scalar written anew, in its style where that can be. */
    private Splice whole(String text) {
        String written = inBlock(text).orElseGet(() -> YamlEmitter.scalar(flatContext(), text));
        Span span = scalar.span();
        String properties = "";
        if (isTagDropped()) {
            span = scalar.fullSpan();
            properties = scalar.anchor().map(name -> "&" + name + " ").orElse("");
        }
        return new Splice(span, MissingValue.lead(scalar, layout) + properties + layout.withBreaks(written));
    }

    private Optional<String> inBlock(String text) {
        if (!scalar.style().isBlock()) {
            return Optional.empty();
        }
        Optional<String> block = LiteralText.whole(scalar.context(), text);
        return block.filter(
                written -> Reread.gives(scalar, List.of(new Splice(scalar.span(), layout.withBreaks(written))), text));
    }

    private ScalarContext flatContext() {
        return scalar.style().isBlock() ? scalar.context().withStyle(ScalarStyle.DOUBLE_QUOTED) : scalar.context();
    }

    /** A tag that would give the new text another type; one that is not YAML's own means text anyway. */
    private boolean isTagDropped() {
        return scalar.tag()
                .filter(tag -> tag.startsWith(TAGS) && !tag.equals(TAGS + "str"))
                .isPresent();
    }
}
