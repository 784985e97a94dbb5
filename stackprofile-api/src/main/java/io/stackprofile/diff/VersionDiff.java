package io.stackprofile.diff;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What differs between two versions: the parameter contract first, then rules and members, each in the newer version's order and
 * those that only the older has last.
 */
@Value.Immutable
public interface VersionDiff {

    /** The profile. */
    ProfileId profileId();

    /** The older version asked for. */
    int fromVersion();

    /** The newer version asked for. */
    int toVersion();

    /** The older version's digest. */
    Digest fromDigest();

    /** The newer version's digest. */
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
