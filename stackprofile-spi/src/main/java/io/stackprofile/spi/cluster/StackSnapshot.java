package io.stackprofile.spi.cluster;

import io.stackprofile.capture.LeftOut;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A stack as a cluster holds it, secrets included: it lives in memory for one call and is never stored or printed. */
@Value.Immutable
public interface StackSnapshot {

    /** The stack's name. */
    String name();

    /** Members with their texts as the cluster holds them. */
    @Value.Redacted
    StackSpec spec();

    /** Stack variables in order; members refer to them as <code>${{ ankra.NAME }}</code>. */
    @Value.Redacted
    Map<String, String> variables();

    /** For members that came from files: the file, relative to the cluster's folder. */
    Map<MemberRef, String> files();

    /** Paths the cluster declares as encrypted, dotted, by member; what stands there in the open is a secret. */
    Map<MemberRef, List<String>> encryptedPaths();

    /**
     * Whether manifests are objects as an API server returns them, as JSON, with the server's own fields and defaults, and
     * add-ons' values JSON too. They are then cleaned of these and written as YAML, and edges are inferred for members
     * that declare none. No by default: texts that people wrote.
     */
    @Value.Default
    default boolean live() {
        return false;
    }

    /** What members are marked with that an instance put there. */
    Map<MemberRef, InstanceMark> marks();

    /** Objects that were seen and are no part of the stack. */
    List<LeftOut> leftOut();

    /** Things noticed while reading. */
    List<Finding> warnings();

    /** {@link ClusterAccess#fingerprint} of the state that was read. */
    String fingerprint();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackSnapshot}. */
    final class Builder extends ImmutableStackSnapshot.Builder {
        Builder() {}
    }
}
