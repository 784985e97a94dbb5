package io.stackprofile.instantiation;

import java.util.List;
import org.immutables.value.Value;

/** What a commit did. */
@Value.Immutable
public interface CommitResult {

    /** The instance as it is now: deployed, partial, or uninstalled. */
    Instantiation instantiation();

    /** What happened to each member, in the order of work. */
    List<MemberOutcome> members();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CommitResult}. */
    final class Builder extends ImmutableCommitResult.Builder {
        Builder() {}
    }
}
