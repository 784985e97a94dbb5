package io.stackprofile.core.internal.engine;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.Optional;

/** Looks for credentials in what people write about profiles and versions, and at its size, before it is stored. */
final class ProfileTexts {

    private final OutputGuard guard;
    private final int limit;

    ProfileTexts(EngineParts parts) {
        this.guard = new OutputGuard(parts.redactor());
        this.limit = parts.limits().textSize();
    }

    /** Refuses metadata with a text that is too long or has a credential of a known format. */
    void require(ProfileMetadata metadata) {
        require("the profile's description", metadata.description());
        require("the profile's category", metadata.category());
        metadata.tags().forEach(tag -> require("a tag of the profile", Optional.of(tag)));
    }

    /** Refuses a text that is too long or has a credential of a known format. */
    void require(String what, Optional<String> text) {
        if (text.isPresent() && text.get().length() > limit) {
            throw new InvalidContentException(
                    ErrorCode.LIMIT_EXCEEDED,
                    what + " has " + text.get().length() + " characters, more than " + limit,
                    "Shorten it, or raise Limits.textSize.",
                    Location.unknown());
        }
        guard.requireClean(what, text);
    }
}
