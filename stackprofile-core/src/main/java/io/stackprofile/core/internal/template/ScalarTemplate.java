package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    private final List<@Nullable Filter> filters;
    private final Verbatim verbatim;

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
        this.filters = Collections.unmodifiableList(filters(slots));
        this.verbatim = findVerbatim();
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

    /** How many placeholders it has. */
    int size() {
        return slots.size();
    }

    /** Appends the scalar's texts and placeholders in turn: one text, then a placeholder and a text for each. */
    void addParts(List<String> parts) {
        // The quotes around a typed placeholder are not the value's.
        boolean unquoted = slots.get(0).context() == SlotContext.TYPED;
        parts.add(unquoted ? "" : rawPieces.get(0));
        for (int i = 0; i < slots.size(); i++) {
            parts.add(tokens.get(i));
            parts.add(unquoted ? "" : rawPieces.get(i + 1));
        }
    }

    /**
     * Writes the scalar; a placeholder without a value stays as it is written.
     *
     * @param parts as {@link #addParts} gives them
     * @param at where the first one stands
     * @param values the values of the template's placeholders, null for none
     * @param first which of them is the scalar's first
     */
    void write(String[] parts, int at, @Nullable ParameterValue[] values, int first) {
        if (!verbatim.write(parts, at, values, first)) {
            Arrays.fill(parts, at, at + 2 * slots.size() + 1, "");
            parts[at] = careful(values, first);
        }
    }

    /** The scalar as text, whatever the values are. */
    String careful(@Nullable ParameterValue[] values, int first) {
        if (slots.get(0).context().keepsType()) {
            ParameterValue value = values[first];
            return value == null ? scalar.span().of(source) : typed(value);
        }
        List<@Nullable String> bound = new ArrayList<>(slots.size());
        boolean any = false;
        for (int i = 0; i < slots.size(); i++) {
            ParameterValue value = values[first + i];
            bound.add(value == null ? null : text(filters.get(i), value));
            any |= value != null;
        }
        return any ? embedded(bound) : scalar.span().of(source);
    }

    Verbatim verbatim() {
        return verbatim;
    }

    private Verbatim findVerbatim() {
        if (context.key() || open) {
            return Verbatim.none();
        }
        if (slots.get(0).context().keepsType()) {
            return Verbatim.typed(filters.get(0));
        }
        boolean plain = context.style() == ScalarStyle.PLAIN;
        if (plain ? !oneLine : atMargin) {
            return Verbatim.none();
        }
        return Verbatim.within(context, plain ? decodedPieces() : List.of(), filters);
    }

    /** A whole scalar that keeps the value's type. Escaped as source, so that no placeholder is found in it later. */
    private String typed(ParameterValue value) {
        Filter filter = filters.get(0);
        ScalarContext plain = context.withStyle(ScalarStyle.PLAIN);
        if (filter != null && filter != Filter.TYPED) {
            return Placeholders.escape(YamlEmitter.scalar(plain, filter.apply(value)));
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

    private static String text(@Nullable Filter filter, ParameterValue value) {
        return filter == null ? Spelling.text(value) : filter.apply(value);
    }

    private String embedded(List<@Nullable String> bound) {
        EmbeddedText text = new EmbeddedText(context, rawPieces, this::decodedPieces, tokens, bound);
        boolean fits = !atMargin && text.fits(oneLine);
        if (fits && !open && !text.isOpen()) {
            return text.splice();
        }
        String written = fits ? text.spliced() : null;
        if (written == null) {
            // A block's last line break is its file's, which may end before it.
            boolean quote = context.style().isBlock() && (atMargin || end() == source.length());
            written = text.whole(quote ? context.withStyle(ScalarStyle.DOUBLE_QUOTED) : context);
        }
        return written == null ? text.shielded(finalPieces()) : written;
    }

    private static List<@Nullable Filter> filters(List<Slot> slots) {
        List<@Nullable Filter> filters = new ArrayList<>(slots.size());
        slots.forEach(slot -> filters.add(slot.filter().flatMap(Filter::find).orElse(null)));
        return filters;
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
