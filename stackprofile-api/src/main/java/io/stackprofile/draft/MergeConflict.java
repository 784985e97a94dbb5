package io.stackprofile.draft;

import io.stackprofile.error.Location;
import java.util.Optional;
import org.immutables.value.Value;

/** A place at which two changes of the same version do not go together. */
@Value.Immutable
public interface MergeConflict {

    /** What does not go together. */
    enum Kind {
        /** Both sides changed a value, differently. */
        BOTH_CHANGED,
        /** One side removed what the other changed. */
        DELETE_MODIFY,
        /** Both sides added something at the same place, differently. */
        ADD_ADD,
        /** Both sides changed a parameter, or one removed a parameter that the other uses. */
        PARAMETER,
        /** Both sides changed a rule. */
        RULE,
        /** One side removed a member that the other made a parent, or both sides' edges together form a cycle. */
        EDGES,
        /** The values go together, but comments or layout cannot be joined: one side's text has to be taken. */
        TEXT
    }

    /** Names the conflict among those of the same two changes; resolutions are given by it. */
    String id();

    /** What does not go together. */
    Kind kind();

    /** Where: member, document and path, as the draft has them. */
    @Value.Default
    default Location location() {
        return Location.unknown();
    }

    /** The parameter or rule. */
    Optional<String> name();

    /** What happened, one sentence, without the values. */
    String message();

    /** What both started from, as JSON or text; absent when there was nothing. */
    @Value.Redacted
    Optional<String> base();

    /** What the newer version has; absent when it has nothing. */
    @Value.Redacted
    Optional<String> theirs();

    /** What the draft has; absent when it has nothing. */
    @Value.Redacted
    Optional<String> ours();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MergeConflict}. */
    final class Builder extends ImmutableMergeConflict.Builder {
        Builder() {}
    }
}
