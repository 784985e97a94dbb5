package io.stackprofile.spi.cluster;

import io.stackprofile.error.Finding;
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
