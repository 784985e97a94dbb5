package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.error.Finding;
import java.util.List;
import org.immutables.value.Value;

/**
 * What an update would bind, before anything is written. Every value that the instance was given is carried, asked, given
 * anew by the caller, or in {@link #lost()}. Secrets are references.
 */
@Value.Immutable
public interface UpdatePreview {

    /** The instance. */
    InstantiationId instantiationId();

    /** Its profile. */
    ProfileId profileId();

    /** The version that it has. */
    int fromVersion();

    /** The version that it would have. */
    int toVersion();

    /** Each parameter of that version, in order. */
    List<ParameterOrigin> parameters();

    /** What has no place any more, in the order in which it got lost. */
    List<LostBinding> lost();

    /** What else is wrong: names that are none, rules between parameters that are not met. */
    List<Finding> findings();

    /**
     * Where what was changed on the target and what the version changes do not go together. {@code base} is the instance's
     * version, {@code theirs} the one it would have, {@code ours} the target.
     */
    List<MergeConflict> conflicts();

    /**
     * What a commit of the update would do to each member of the target, then to each that the version has no more;
     * empty while something is asked, since nothing can be bound then.
     */
    List<MemberPlan> members();

    /** Whether the stack is not on the target any more; then there is nothing to update, and it is instantiated anew. */
    @Value.Default
    default boolean targetGone() {
        return false;
    }

    /** The parameters that have to be given, in order. */
    default List<ParameterOrigin> asked() {
        return parameters().stream()
                .filter(origin -> origin.source() == ParameterOrigin.Source.ASKED)
                .toList();
    }

    /** Whether the update can be made as it is. */
    default boolean complete() {
        return asked().isEmpty() && findings().isEmpty() && conflicts().isEmpty() && !targetGone();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpdatePreview}. */
    final class Builder extends ImmutableUpdatePreview.Builder {
        Builder() {}
    }
}
