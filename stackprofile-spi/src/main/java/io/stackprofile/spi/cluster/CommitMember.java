package io.stackprofile.spi.cluster;

import io.stackprofile.stack.Member;
import java.util.List;
import org.immutables.value.Value;

/** A member to deploy. */
@Value.Immutable
public interface CommitMember {

    /** The member; its text has a placeholder at each secret. */
    Member member();

    /** The secrets in its text, in order of their place. */
    List<SecretSlot> secrets();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CommitMember}. */
    final class Builder extends ImmutableCommitMember.Builder {
        Builder() {}
    }
}
