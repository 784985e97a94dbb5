package io.stackprofile.instantiation;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What committing did to one member. */
@Value.Immutable
public interface MemberOutcome {

    /** What happened. */
    enum Status {
        /** It is there now and was not before. */
        CREATED,
        /** It was there and is changed. */
        UPDATED,
        /** It was there as it should be. */
        UNCHANGED,
        /** It could not be written. */
        FAILED,
        /** Not tried, since a member it needs failed. */
        SKIPPED,
        /** It was there and is gone. */
        REMOVED,
        /** It was to be removed and stays, since others own it or changed it, or none of this instance put it there. */
        KEPT
    }

    /** The member. */
    MemberRef ref();

    /** What happened. */
    Status status();

    /** Why it failed or what to know; never a secret. */
    Optional<String> message();

    /** Why it failed, closed and stable; absent when it did not. */
    Optional<ErrorCode> code();

    /** The fields that others own, when that is why it failed, or that were taken from them, when that was asked. */
    List<FieldConflict> conflicts();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberOutcome}. */
    final class Builder extends ImmutableMemberOutcome.Builder {
        Builder() {}
    }
}
