package io.stackprofile.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** That a version should not be used any more, and why. Whoever may read the version may read this. */
@Value.Immutable
public interface Deprecation {

    /** Why a version should not be used any more. */
    enum Reason {
        /** A later one does the same, better. */
        SUPERSEDED,
        /** It does not work as it should. */
        DEFECT,
        /** It is not safe. */
        SECURITY,
        /** What it is made of is no longer maintained. */
        END_OF_LIFE,
        /** What the note says. */
        OTHER
    }

    /** Why. */
    Reason reason();

    /** More about it, Markdown. */
    Optional<String> note();

    /** Where more is written, such as addresses of advisories or tickets. */
    List<String> references();

    /** When it was said. */
    Instant at();

    /** Who said it. */
    String by();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Deprecation}. */
    final class Builder extends ImmutableDeprecation.Builder {
        Builder() {}
    }
}
