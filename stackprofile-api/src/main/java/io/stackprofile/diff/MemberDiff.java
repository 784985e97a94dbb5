package io.stackprofile.diff;

import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A member that differs. */
@Value.Immutable
public interface MemberDiff {

    /** The member. */
    MemberRef ref();

    /** How it differs. */
    Change change();

    /** Its own fields that differ: chart version, namespace and the like. */
    List<ValueChange> fields();

    /** Edges only the newer has. */
    List<MemberRef> addedParents();

    /** Edges only the older has. */
    List<MemberRef> removedParents();

    /** Values of its text that differ; none when only comments or formatting do, or when it is not YAML to both. */
    List<ValueChange> values();

    /** The text's change as a unified diff; absent when the text is the same. */
    Optional<String> unified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberDiff}. */
    final class Builder extends ImmutableMemberDiff.Builder {
        Builder() {}
    }
}
