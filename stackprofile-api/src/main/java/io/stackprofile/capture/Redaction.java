package io.stackprofile.capture;

import io.stackprofile.error.Location;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A place where a secret was found, and what became of it. Never carries the secret, its length, a prefix or a hash of it. */
@Value.Immutable
public interface Redaction {

    /** How sure the rule is. */
    enum Confidence {
        /** The place or the format leaves no doubt. */
        HIGH,
        /** The name and the value together say so. */
        MEDIUM,
        /** Only one of them does. */
        LOW
    }

    /** What was done. */
    enum Action {
        /** Replaced by a required secret parameter. */
        PARAMETERISED,
        /** Replaced by {@code [redacted]}: comments and text that takes no parameter. */
        MASKED,
        /** Left as it is: an override of the caller allows it. The reason is the caller's. */
        ALLOWED,
        /** Nothing: it was only looked for. */
        REPORTED
    }

    /**
     * Where the placeholder stands in the text of the scalar that it was put in: of what is there now, so that nothing
     * tells how long the secret was. Like the rest of the entry it says how things stood when the secret was taken out.
     *
     * @param start where it begins, in UTF-16 units of the scalar's decoded text
     * @param end where it ends, exclusive
     */
    record Span(int start, int end) {

        /** Requires a span that is not empty. */
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("span: it begins at 0 or later and ends after its start");
            }
        }
    }

    /** The rule's id, kebab case. */
    String rule();

    /** Where it stood. */
    Location location();

    /** Why, in a sentence. */
    String reason();

    /**
     * What had to be read to find it, outermost first, such as {@code yaml}, {@code properties}, {@code base64}; empty when
     * it stood in the open.
     */
    List<String> decoded();

    /** Where its placeholder stands in its scalar, when the action put one there. */
    Optional<Span> span();

    /** How sure the rule is. */
    Confidence confidence();

    /** What was done. */
    Action action();

    /** The parameter that stands there now, when the action made one. */
    Optional<String> parameter();

    /**
     * Whether the value was too short or too common to be searched for in every output byte; it was replaced in place
     * all the same.
     */
    @Value.Default
    default boolean sweepExempt() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Redaction}. */
    final class Builder extends ImmutableRedaction.Builder {
        Builder() {}
    }
}
