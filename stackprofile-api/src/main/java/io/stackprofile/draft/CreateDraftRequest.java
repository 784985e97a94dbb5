package io.stackprofile.draft;

import io.stackprofile.Names;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.RedactionPolicy;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a draft: blank, from a version, or from a running stack. */
@Value.Immutable
public interface CreateDraftRequest {

    /** The name of the profile that publishing creates; absent when the draft continues a profile. */
    Optional<String> name();

    /** The profile the draft continues; one of another organisation that the caller may read, to suggest a change. */
    Optional<ProfileId> profile();

    /** The version to start from; the profile's current one when absent. */
    Optional<Integer> version();

    /** The cluster to start from. */
    Optional<String> cluster();

    /** The stack to start from. */
    Optional<String> stack();

    /** Whether add-ons keep their Helm values when the draft starts from a stack. */
    @Value.Default
    default boolean includeAddonConfigurations() {
        return false;
    }

    /**
     * How secrets are told in this draft, from now to its publication. When absent, a draft that starts from a version
     * keeps that version's policy, and any other has the engine's.
     */
    Optional<RedactionPolicy> redaction();

    /** Requires that the fields name one place to start from. */
    @Value.Check
    default void check() {
        name().ifPresent(name -> Names.profile("name", name));
        if (name().isPresent() == profile().isPresent()) {
            throw new IllegalArgumentException("a draft has either a name for a new profile or a profile to continue");
        }
        if (cluster().isPresent() != stack().isPresent()) {
            throw new IllegalArgumentException("a stack is named by cluster and stack together");
        }
        if (version().isPresent() && (profile().isEmpty() || stack().isPresent())) {
            throw new IllegalArgumentException("a version to start from needs its profile, and no stack");
        }
    }

    /** An empty draft of a new profile called {@code name}. */
    static CreateDraftRequest blank(String name) {
        return builder().name(name).build();
    }

    /** A draft that continues {@code profile} from its current version. */
    static CreateDraftRequest of(ProfileId profile) {
        return builder().profile(profile).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CreateDraftRequest}. */
    final class Builder extends ImmutableCreateDraftRequest.Builder {
        Builder() {}
    }
}
