package io.stackprofile.instantiation;

import io.stackprofile.stack.MemberRef;
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
        SKIPPED
    }

    /** The member. */
    MemberRef ref();

    /** What happened. */
    Status status();

    /** Why it failed or what to know; never a secret. */
    Optional<String> message();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberOutcome}. */
    final class Builder extends ImmutableMemberOutcome.Builder {
        Builder() {}
    }
}
