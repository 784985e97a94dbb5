package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.parameter.Binding;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A stack as it will stand on its target: values filled in, secrets still placeholders. Commit resolves the secrets and
 * deploys it.
 */
@Value.Immutable
public interface StackDraft {

    /** Its id. */
    StackDraftId id();

    /** The instance it deploys. */
    InstantiationId instantiationId();

    /** The profile. */
    ProfileId profileId();

    /** The profile's name when the draft was made. */
    String profileName();

    /** The version. */
    int version();

    /** The target cluster. */
    String cluster();

    /** The stack's name on the target. */
    String stack();

    /** The members, resolved but for secrets. */
    StackSpec spec();

    /** Members that the instance put on the target and that its version has no more; children before their parents. */
    List<MemberRef> removals();

    /** The instance that the draft brings to its version, when it is an update. */
    Optional<InstantiationId> updates();

    /** The namespaces that objects go to, by those that the version names. */
    Map<String, String> namespaces();

    /** What filled the parameters. Secrets are references. */
    List<Binding> bindings();

    /** When it was made. */
    Instant createdAt();

    /** Who made it. */
    String createdBy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackDraft}. */
    final class Builder extends ImmutableStackDraft.Builder {
        Builder() {}
    }
}
