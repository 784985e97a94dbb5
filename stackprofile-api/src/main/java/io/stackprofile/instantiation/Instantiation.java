package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.parameter.Binding;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** An instance: a version of a profile on a cluster. */
@Value.Immutable
public interface Instantiation {

    /** Its id. */
    InstantiationId id();

    /** The profile. */
    ProfileId profileId();

    /** The version. */
    int version();

    /** The cluster. */
    String cluster();

    /** The stack on the cluster. */
    String stack();

    /** How far it has come. */
    InstantiationStatus status();

    /** Whether it is deployed with a version below the profile's current one. */
    boolean outdated();

    /** How many versions the profile's current one is ahead; 0 when it is not outdated. */
    int behind();

    /** Whether its version should not be used any more. */
    boolean deprecated();

    /** The draft it came from. */
    StackDraftId draftId();

    /** What filled the parameters. Secrets are references. */
    List<Binding> bindings();

    /** When it was drafted. */
    Instant createdAt();

    /** Who drafted it. */
    String createdBy();

    /** When it last changed. */
    Instant updatedAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Instantiation}. */
    final class Builder extends ImmutableInstantiation.Builder {
        Builder() {}
    }
}
