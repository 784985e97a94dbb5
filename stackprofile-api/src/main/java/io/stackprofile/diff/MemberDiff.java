package io.stackprofile.diff;

import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** A member that differs. */
@Value.Immutable
public interface MemberDiff {

    /** The member. */
    MemberRef ref();

    /** How it differs. */
    Change change();

    /** What it was called in the older version, when it was renamed; recognised by its content. */
    Optional<MemberRef> renamedFrom();

    /** Which part of its chart's version changed. */
    Optional<VersionBump> chartBump();

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

    /** Whether the texts differ too much to be aligned within bounds, so that {@link #unified()} replaces a whole part. */
    @Value.Default
    default boolean textReplaced() {
        return false;
    }

    /** What rules say of the member itself: that it came, went, was renamed, or that only its text differs; of its edges. */
    List<Verdict> verdicts();

    /** The highest impact of its changes. */
    default Impact impact() {
        return Stream.of(
                        verdicts().stream().map(Verdict::impact),
                        fields().stream().map(ValueChange::impact),
                        values().stream().map(ValueChange::impact))
                .flatMap(Function.identity())
                .reduce(Impact.NONE, Impact::max);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MemberDiff}. */
    final class Builder extends ImmutableMemberDiff.Builder {
        Builder() {}
    }
}
