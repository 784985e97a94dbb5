package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.immutables.value.Value;

/** An instance's version against its target as it stands. */
@Value.Immutable
public interface DriftReport {

    /** The instance. */
    InstantiationId instantiationId();

    /** Its version. */
    int version();

    /** Its cluster. */
    String cluster();

    /** Its stack. */
    String stack();

    /** Whether the stack is not on the target any more. */
    boolean targetGone();

    /** Each member of the version, in order. */
    List<MemberDrift> members();

    /** Members of the target that are not of the version; on a live cluster, those that the stack is found to have. */
    List<MemberRef> others();

    /** Whether every member is as the version gives it. */
    default boolean asDeployed() {
        return members().stream().allMatch(member -> member.state() == MemberDrift.State.AS_DEPLOYED);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DriftReport}. */
    final class Builder extends ImmutableDriftReport.Builder {
        Builder() {}
    }
}
