package io.stackprofile.spi.store;

import io.stackprofile.profile.Visibility;
import java.util.Optional;
import org.immutables.value.Value;

/** Which profiles a listing gives; every condition present must hold. */
@Value.Immutable
public interface ProfileFilter {

    /**
     * The owner; absent for every organisation's, and then {@link #visibility()} is {@code PUBLIC} or
     * {@link #sharedWith()} is present.
     */
    Optional<String> organisation();

    /** What the name starts with, exactly: no pattern characters, no case folding. */
    Optional<String> namePrefix();

    /** The exact category. */
    Optional<String> category();

    /** A tag it has. */
    Optional<String> tag();

    /** The exact visibility. */
    Optional<Visibility> visibility();

    /** An organisation it is shared with by name, whatever its visibility. */
    Optional<String> sharedWith();

    /** Requires that a listing over every organisation is of public or shared profiles. */
    @Value.Check
    default void check() {
        boolean open = sharedWith().isPresent() || visibility().equals(Optional.of(Visibility.PUBLIC));
        if (organisation().isEmpty() && !open) {
            throw new IllegalArgumentException(
                    "a listing over every organisation is of public or shared profiles only");
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
