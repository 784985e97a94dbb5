package io.stackprofile.testkit;

import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a filter asks of a profile. */
final class ProfileMatch {

    private ProfileMatch() {}

    static boolean matches(ProfileFilter filter, ProfileRecord profile) {
        return filter.organisation().map(profile.organisation()::equals).orElse(true)
                && filter.namePrefix().map(profile.name()::startsWith).orElse(true)
                && filter.category()
                        .map(wanted -> profile.category().equals(Optional.of(wanted)))
                        .orElse(true)
                && filter.tag().map(profile.tags()::contains).orElse(true)
                && filter.visibility()
                        .map(wanted -> profile.visibility() == wanted)
                        .orElse(true)
                && filter.sharedWith().map(profile.sharedWith()::contains).orElse(true);
    }

    /** What tells the filter's listing from every other. */
    static List<String> listing(ProfileFilter filter) {
        List<String> listing = new ArrayList<>(List.of("profiles"));
        for (Optional<String> condition : List.of(
                filter.organisation(),
                filter.namePrefix(),
                filter.category(),
                filter.tag(),
                filter.visibility().map(Enum::name),
                filter.sharedWith())) {
            listing.add(condition.map(value -> "=" + value).orElse(""));
        }
        return listing;
    }
}
