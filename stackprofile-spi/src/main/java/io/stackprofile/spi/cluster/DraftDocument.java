package io.stackprofile.spi.cluster;

import io.stackprofile.StackDraftId;
import io.stackprofile.stack.StackSpec;
import org.immutables.value.Value;

/** A stack draft as a cluster keeps it. */
@Value.Immutable
public interface DraftDocument {

    /** Its id. */
    StackDraftId id();

    /** The stack it is for. */
    String stack();

    /** The members, resolved but for secrets, whose placeholders stand; for people to read beside the target. */
    StackSpec spec();

    /** The draft's record, opaque to the cluster; kept to the character. */
    String document();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DraftDocument}. */
    final class Builder extends ImmutableDraftDocument.Builder {
        Builder() {}
    }
}
