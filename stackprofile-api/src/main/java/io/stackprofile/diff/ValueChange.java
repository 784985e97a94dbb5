package io.stackprofile.diff;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A field that differs. Values are JSON text; placeholders stand as in the template. */
@Value.Immutable
public interface ValueChange {

    /** How it differs. */
    Change change();

    /** Which document of the member, from 0; 0 for the fields of a parameter or member itself. */
    @Value.Default
    default int document() {
        return 0;
    }

    /**
     * An RFC 6901 JSON Pointer, or a field's name. It leads into the newer document; that of something removed into the
     * older one.
     */
    String path();

    /** The pointer into the older document, where something that both have stood elsewhere. */
    Optional<String> beforePath();

    /** The older value, JSON text; of a list whose items moved, a JSON array of what they are matched by, in the older order. */
    Optional<String> before();

    /** The newer value, JSON text; of a list whose items moved, a JSON array of what they are matched by, in the newer order. */
    Optional<String> after();

    /** What differs inside, when both values are texts that hold a YAML or JSON document. */
    List<ValueChange> embedded();

    /** The change as a unified diff, when both values are texts that hold a document. */
    Optional<String> unified();

    /** How much it matters, and why. */
    @Value.Default
    default Verdict verdict() {
        return Verdict.VALUE_CHANGED;
    }

    /** The highest impact of this and of what differs inside. */
    default Impact impact() {
        return embedded().stream().map(ValueChange::impact).reduce(verdict().impact(), Impact::max);
    }

    /** The same change, judged so. */
    default ValueChange withVerdict(Verdict verdict) {
        Builder copy = builder();
        return copy.change(change())
                .document(document())
                .path(path())
                .beforePath(beforePath())
                .before(before())
                .after(after())
                .addAllEmbedded(embedded())
                .unified(unified())
                .verdict(verdict)
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ValueChange}. */
    final class Builder extends ImmutableValueChange.Builder {
        Builder() {}
    }
}
