package io.stackprofile.testkit.contract;

import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;

/** What tests vary about a profile. */
record Traits(
        String organisation,
        String name,
        Optional<String> description,
        Optional<String> category,
        List<String> tags,
        Visibility visibility,
        List<String> sharedWith) {

    static Traits of(String organisation, String name) {
        return new Traits(
                organisation, name, Optional.empty(), Optional.empty(), List.of(), Visibility.ORGANISATION, List.of());
    }

    static Traits of(ProfileRecord profile) {
        return new Traits(
                profile.organisation(),
                profile.name(),
                profile.description(),
                profile.category(),
                profile.tags(),
                profile.visibility(),
                profile.sharedWith());
    }

    Traits organisation(String other) {
        return new Traits(other, name, description, category, tags, visibility, sharedWith);
    }

    Traits name(String other) {
        return new Traits(organisation, other, description, category, tags, visibility, sharedWith);
    }

    Traits description(String other) {
        return new Traits(organisation, name, Optional.of(other), category, tags, visibility, sharedWith);
    }

    Traits category(String other) {
        return new Traits(organisation, name, description, Optional.of(other), tags, visibility, sharedWith);
    }

    Traits tags(String... others) {
        return new Traits(organisation, name, description, category, List.of(others), visibility, sharedWith);
    }

    Traits visibility(Visibility other) {
        return new Traits(organisation, name, description, category, tags, other, sharedWith);
    }

    Traits sharedWith(String... others) {
        return new Traits(organisation, name, description, category, tags, visibility, List.of(others));
    }
}
