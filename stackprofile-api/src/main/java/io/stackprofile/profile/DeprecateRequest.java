package io.stackprofile.profile;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Says why a version should not be used any more. */
@Value.Immutable
public interface DeprecateRequest {

    /** Why. */
    Deprecation.Reason reason();

    /** More about it, Markdown. */
    Optional<String> note();

    /** Where more is written, such as addresses of advisories or tickets; at most 100. */
    List<String> references();

    /** Requires references that say something, and not too many. */
    @Value.Check
    default void check() {
        if (references().size() > 100 || references().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("references must be at most 100, none of them blank");
        }
    }

    /** With no more than a reason. */
    static DeprecateRequest of(Deprecation.Reason reason) {
        return builder().reason(reason).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeprecateRequest}. */
    final class Builder extends ImmutableDeprecateRequest.Builder {
        Builder() {}
    }
}
