package io.stackprofile.spi.store;

import io.stackprofile.ProfileId;

/** How a profile is looked up within its organisation. */
public sealed interface ProfileKey {

    /**
     * By id.
     *
     * @param id the id
     */
    record ById(ProfileId id) implements ProfileKey {}

    /**
     * By name, exactly: no case folding.
     *
     * @param name the name
     */
    record ByName(String name) implements ProfileKey {}

    /** By id. */
    static ProfileKey of(ProfileId id) {
        return new ById(id);
    }

    /** By name. */
    static ProfileKey of(String name) {
        return new ByName(name);
    }
}
