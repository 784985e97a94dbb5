package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scalar with placeholders, ready to be written with values in their place. Immutable. */
final class ScalarTemplate {

    private final String source;
    private final YamlScalar scalar;
    private final ScalarContext context;
    private final List<Slot> slots;
    // Where each placeholder begins in the decoded text.
    private final int[] decodedAt;
    private final @Nullable ParameterValue wholeDefault;
    private final List<String> rawPieces;
    private final List<String> tokens;
    // Whether a piece before a placeholder ends like the beginning of one.
    private final boolean open;
    private final boolean oneLine;
    private final boolean atMargin;

    /**
     * Prepares a scalar.
     *
     * @param slots its placeholders, in order, at least one
     * @param wholeDefault the parameter's default, where one placeholder is all of a plain scalar
     */
    ScalarTemplate(String source, YamlScalar scalar, List<Slot> slots, @Nullable ParameterValue wholeDefault) {
        this.source = source;
        this.scalar = scalar;
        this.context = scalar.context();
        this.slots = List.copyOf(slots);
        this.decodedAt = locate(source, scalar, slots);
        this.wholeDefault = wholeDefault;
        this.rawPieces = rawPieces();
        this.tokens = slots.stream()
                .map(slot -> source.substring(slot.start(), slot.end()))
                .toList();
        this.open = rawPieces.stream().limit(slots.size()).anyMatch(TokenScan::endsOpen);
        Span span = scalar.span();
        this.oneLine = !hasBreak(source, span);
        this.atMargin = !oneLine && reachesMargin(source, span);
    }

    int start() {
        return scalar.span().start();
    }

    int end() {
        return scalar.span().end();
    }

    boolean isKey() {
        return context.key();
    }

    /** Writes the scalar; a placeholder without a value stays as it is written. */
    void render(StringBuilder out, Map<String, ParameterValue> values) {
        if (slots.get(0).context().keepsType()) {
            ParameterValue value = values.get(slots.get(0).parameter());
            out.append(value == null ? scalar.span().of(source) : typed(value));
            return;
        }
        List<@Nullable String> bound = new ArrayList<>(slots.size());
        boolean any = false;
        for (Slot slot : slots) {
            ParameterValue value = values.get(slot.parameter());
            bound.add(value == null ? null : text(slot, value));
            any |= value != null;
        }
        if (any) {
            embedded(out, bound);
        } else {
            out.append(source, start(), end());
        }
    }

    /** A whole scalar that keeps the value's type. Escaped as source, so that no placeholder is found in it later. */
    private String typed(ParameterValue value) {
        Optional<Filter> filter = slots.get(0).filter().flatMap(Filter::find).filter(found -> found != Filter.TYPED);
        ScalarContext plain = context.withStyle(ScalarStyle.PLAIN);
        if (filter.isPresent()) {
            return Placeholders.escape(YamlEmitter.scalar(plain, filter.get().apply(value)));
        }
        if (value.kind() != ParameterValue.Kind.STRING) {
            return Spelling.plain(value);
        }
        // A default was plain text in a source; what was plain there stays plain where YAML allows it at all.
        Optional<String> asWritten = wholeDefault != null && value.equals(wholeDefault)
                ? Spelling.quoted(value).or(() -> Optional.of(value.text()).filter(text -> PlainFit.holds(plain, text)))
                : Optional.empty();
        return Placeholders.escape(asWritten.orElseGet(() -> YamlEmitter.scalar(plain, value.text())));
    }

    private static String text(Slot slot, ParameterValue value) {
        return slot.filter()
                .flatMap(Filter::find)
                .map(filter -> filter.apply(value))
                .orElseGet(() -> Spelling.text(value));
    }

    private void embedded(StringBuilder out, List<@Nullable String> bound) {
        EmbeddedText text = new EmbeddedText(context, rawPieces, this::decodedPieces, tokens, bound);
        boolean fits = !atMargin && text.fits(oneLine);
        if (fits && !open && !text.isOpen()) {
            text.splice(out);
            return;
        }
        String written = fits ? text.spliced() : null;
        if (written == null) {
            // A block's last line break is its file's, which may end before it.
            boolean quote = context.style().isBlock() && (atMargin || end() == source.length());
            written = text.whole(quote ? context.withStyle(ScalarStyle.DOUBLE_QUOTED) : context);
        }
        out.append(written == null ? text.shielded(finalPieces()) : written);
    }

    private List<String> rawPieces() {
        List<String> pieces = new ArrayList<>(slots.size() + 1);
        int from = start();
        for (Slot slot : slots) {
            pieces.add(source.substring(from, slot.start()));
            from = slot.end();
        }
        pieces.add(source.substring(from, end()));
        return pieces;
    }

    private List<String> decodedPieces() {
        List<String> pieces = new ArrayList<>(slots.size() + 1);
        int from = 0;
        for (int i = 0; i < slots.size(); i++) {
            pieces.add(scalar.text().substring(from, decodedAt[i]));
            from = decodedAt[i] + slots.get(i).end() - slots.get(i).start();
        }
        pieces.add(scalar.text().substring(from));
        return pieces;
    }

    /** The decoded pieces with their escaped placeholders unescaped. Escapes are found in the source, as always. */
    private List<String> finalPieces() {
        StringBuilder text = new StringBuilder(scalar.text());
        List<Token> tokens = TokenScan.all(scalar.span().of(source));
        int[] moved = decodedAt.clone();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            int dollar = decoded(start() + tokens.get(i).start());
            if (!tokens.get(i).isLive() && dollar >= 0) {
                text.deleteCharAt(dollar);
                for (int slot = 0; slot < moved.length; slot++) {
                    moved[slot] -= decodedAt[slot] > dollar ? 1 : 0;
                }
            }
        }
        List<String> pieces = new ArrayList<>(slots.size() + 1);
        int from = 0;
        for (int i = 0; i < slots.size(); i++) {
            pieces.add(text.substring(from, moved[i]));
            from = moved[i] + slots.get(i).end() - slots.get(i).start();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** The index in the decoded text of the character at a source offset, or -1 when none comes from there alone. */
    private int decoded(int offset) {
        int low = 0;
        int high = scalar.text().length() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = scalar.sourceOf(middle, middle + 1);
            if (span.start() == offset && span.length() == 1) {
                return middle;
            }
            if (span.start() < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Finds each placeholder in the decoded text; one that only escapes spell out there is none of them. */
    private static int[] locate(String source, YamlScalar scalar, List<Slot> slots) {
        int[] found = new int[slots.size()];
        int from = 0;
        for (int i = 0; i < found.length; i++) {
            Span token = new Span(slots.get(i).start(), slots.get(i).end());
            String text = token.of(source);
            int at = scalar.text().indexOf(text, from);
            while (at >= 0 && !scalar.sourceOf(at, at + text.length()).contains(token)) {
                at = scalar.text().indexOf(text, at + 1);
            }
            if (at < 0) {
                throw new IllegalStateException("a placeholder that its scalar's text does not have");
            }
            found[i] = at;
            from = at + text.length();
        }
        return found;
    }

    private static boolean hasBreak(String source, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (source.charAt(i) == '\n' || source.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether a later line begins in the first column, where {@code ---} would end the document. */
    private static boolean reachesMargin(String source, Span span) {
        for (int i = span.start(); i + 1 < span.end(); i++) {
            char c = source.charAt(i);
            char next = source.charAt(i + 1);
            if ((c == '\n' || c == '\r') && next != ' ' && next != '\t' && next != '\n' && next != '\r') {
                return true;
            }
        }
        return false;
    }
}
