package io.stackprofile.core.internal.engine;

import io.stackprofile.spi.store.ProfileRecord;
import java.util.Optional;

/** Looks for credentials in what people write about a profile, before it is stored. */
final class ProfileTexts {

    private final OutputGuard guard;

    ProfileTexts(OutputGuard guard) {
        this.guard = guard;
    }

    /** Refuses a profile whose description, category or tags have a credential of a known format. */
    void requireClean(ProfileRecord profile) {
        guard.requireClean("the profile's description", profile.description());
        guard.requireClean("the profile's category", profile.category());
        profile.tags().forEach(tag -> guard.requireClean("a tag of the profile", Optional.of(tag)));
    }
}
