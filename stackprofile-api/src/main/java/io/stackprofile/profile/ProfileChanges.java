package io.stackprofile.profile;

import io.stackprofile.Names;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A partial change of a profile's metadata: what is absent stays. */
@Value.Immutable
public interface ProfileChanges {

    /** The revision the change was made from; refused when the profile has moved on. Without it, the newest. */
    Optional<Long> expectedRevision();

    /** A new name. */
    Optional<String> name();

    /** A new description; empty text removes it. */
    Optional<String> description();

    /** A new category; empty text removes it. */
    Optional<String> category();

    /** New tags, all of them. */
    Optional<List<String>> tags();

    /** A new visibility. */
    Optional<Visibility> visibility();

    /** Requires a legal name. */
    @Value.Check
    default void check() {
        name().ifPresent(name -> Names.profile("name", name));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileChanges}. */
    final class Builder extends ImmutableProfileChanges.Builder {
        Builder() {}
    }
}
