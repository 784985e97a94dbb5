package io.stackprofile.profile;

import java.util.Optional;
import org.immutables.value.Value;

/** Which profiles to list; every condition given must hold. */
@Value.Immutable
public interface ProfileQuery {

    /** Whose profiles to list. */
    enum Scope {
        /** The caller's organisation's. */
        OWN,
        /** Those of other organisations that are shared with the caller's by name. */
        SHARED,
        /** Every organisation's public ones, the caller's own included. */
        PUBLIC
    }

    /** Whose profiles to list. */
    @Value.Default
    default Scope scope() {
        return Scope.OWN;
    }

    /** What the name starts with. */
    Optional<String> namePrefix();

    /** The exact category. */
    Optional<String> category();

    /** A tag it must have; compared as tags are kept, in lower case. */
    Optional<String> tag();

    /** The exact visibility. */
    Optional<Visibility> visibility();

    /** Everything the caller's organisation owns. */
    static ProfileQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileQuery}. */
    final class Builder extends ImmutableProfileQuery.Builder {
        Builder() {}
    }
}
