package io.stackprofile.spi.store;

import io.stackprofile.profile.Visibility;
import java.util.Optional;
import org.immutables.value.Value;

/** Which profiles a listing gives; every condition present must hold. */
@Value.Immutable
public interface ProfileFilter {

    /** The owner; absent for every organisation's, and then {@link #visibility()} is {@code PUBLIC}. */
    Optional<String> organisation();

    /** What the name starts with, exactly: no pattern characters, no case folding. */
    Optional<String> namePrefix();

    /** The exact category. */
    Optional<String> category();

    /** A tag it has. */
    Optional<String> tag();

    /** The exact visibility. */
    Optional<Visibility> visibility();

    /** Requires that a listing over every organisation is of public profiles. */
    @Value.Check
    default void check() {
        if (organisation().isEmpty() && !visibility().equals(Optional.of(Visibility.PUBLIC))) {
            throw new IllegalArgumentException("a listing over every organisation is of public profiles only");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileFilter}. */
    final class Builder extends ImmutableProfileFilter.Builder {
        Builder() {}
    }
}
