package io.stackprofile.profile;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a version came from. Not part of its digest and never exported. Other organisations see neither cluster, stack
 * nor draft of a public profile's versions.
 */
@Value.Immutable
public interface Provenance {

    /** How a version came to be. */
    enum Origin {
        /** Captured from a running stack. */
        CAPTURE,
        /** Published from a draft. */
        DRAFT,
        /** Suggested by another organisation and approved. */
        SUGGESTION,
        /** Imported from a document. */
        IMPORT
    }

    /** How it came to be. */
    Origin origin();

    /** The cluster it was captured from. */
    Optional<String> cluster();

    /** The stack it was captured from. */
    Optional<String> stack();

    /** The draft it was published from. */
    Optional<String> draft();

    /** Who suggested it, as {@code organisation/subject}. */
    Optional<String> suggestedBy();

    /** Whether add-ons kept their Helm values when it was captured. */
    Optional<Boolean> includeAddonConfigurations();

    /** When. */
    Instant createdAt();

    /** Who. */
    String createdBy();

    /** The version of this library that made it. */
    String libraryVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Provenance}. */
    final class Builder extends ImmutableProvenance.Builder {
        Builder() {}
    }
}
