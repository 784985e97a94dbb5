package io.stackprofile.diff;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What differs between two versions, or a version and a draft: the parameter contract first, then rules and members,
 * each in the newer version's order and those that only the older has last.
 */
@Value.Immutable
public interface VersionDiff {

    /** The profile. */
    ProfileId profileId();

    /** The older version asked for. */
    int fromVersion();

    /** The newer version asked for; absent when it is a draft. */
    Optional<Integer> toVersion();

    /** The draft that was compared with the version, if one was. */
    Optional<DraftId> toDraft();

    /** The older version's digest. */
    Digest fromDigest();

    /** The digest of the newer version, or the one the draft would have. */
    Digest toDigest();

    /**
     * What differs in the version itself: the stack's {@code description}, and {@code parameterOrder} as lists of names
     * when the parameters of both stand in another order.
     */
    List<ValueChange> fields();

    /** Parameters that differ. */
    List<ParameterDiff> parameters();

    /**
     * For each parameter that is a secret in both versions, whether the value captured for it changed, in the newer
     * version's order. Tells nothing of the values. All unknown unless the engine has
     * {@code SecretFingerprints}, and to other organisations.
     */
    List<SecretDiff> secrets();

    /** Rules between parameters that differ; their order is not content. */
    List<RuleDiff> rules();

    /** Members that differ. */
    List<MemberDiff> members();

    /** The older version's dependency graph, in declared order. */
    List<GraphNode> fromGraph();

    /** The newer version's dependency graph, in declared order. */
    List<GraphNode> toGraph();

    /** The highest impact of all changes. */
    default Impact impact() {
        return Stream.of(
                        fields().stream().map(ValueChange::impact),
                        parameters().stream().map(ParameterDiff::impact),
                        rules().stream().map(RuleDiff::impact),
                        members().stream().map(MemberDiff::impact))
                .flatMap(Function.identity())
                .reduce(Impact.NONE, Impact::max);
    }

    /** How the older side is called: {@code version 3}. */
    default String fromLabel() {
        return "version " + fromVersion();
    }

    /** How the newer side is called: {@code version 4}, or {@code draft} with its id. */
    default String toLabel() {
        return toVersion()
                .map(version -> "version " + version)
                .or(() -> toDraft().map(draft -> "draft " + draft))
                .orElse("draft");
    }

    /** Whether the two have the same content. */
    default boolean identical() {
        return fromDigest().equals(toDigest());
    }

    /** Every member's text change as one unified diff. */
    default String unified() {
        return members().stream()
                .map(MemberDiff::unified)
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VersionDiff}. */
    final class Builder extends ImmutableVersionDiff.Builder {
        Builder() {}
    }
}
