package io.stackprofile.core.internal.engine;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.Map;
import java.util.Optional;

/** Which version a request to instantiate or update means: a number, a channel's head, or the current one. */
final class VersionChoice {

    private final ProfileReader reader;

    VersionChoice(ProfileReader reader) {
        this.reader = reader;
    }

    ProfileVersion of(ProfileRecord profile, InstantiateRequest request) {
        return of(profile, request.version(), request.channel(), request.allowDeprecated());
    }

    ProfileVersion of(ProfileRecord profile, UpdateRequest request) {
        return of(profile, request.version(), request.channel(), request.allowDeprecated());
    }

    ProfileVersion of(ProfileRecord profile, AdoptRequest request) {
        return of(profile, request.version(), Optional.empty(), request.allowDeprecated());
    }

    ProfileVersion of(ProfileRecord profile, RolloutRequest request) {
        return of(profile, request.version(), request.channel(), request.allowDeprecated());
    }

    private ProfileVersion of(
            ProfileRecord profile, Optional<Integer> asked, Optional<String> onChannel, boolean allowDeprecated) {
        int number =
                asked.or(() -> onChannel.map(channel -> head(profile, channel))).orElse(profile.currentVersion());
        ProfileVersion version = reader.version(profile, number);
        if (version.deprecation().isPresent() && !allowDeprecated) {
            throw new ConflictException(
                    ErrorCode.VERSION_DEPRECATED,
                    "version " + number + " of profile '" + profile.name() + "' is deprecated",
                    "Instantiate version " + profile.currentVersion() + ", or allow a deprecated one.");
        }
        return version;
    }

    private int head(ProfileRecord profile, String channel) {
        Map<String, Integer> heads = CurrentVersion.heads(reader.versions(profile));
        if (!heads.containsKey(channel)) {
            throw new NotFoundException(
                    "profile '" + profile.name() + "' has no version to use on channel '" + channel + "'",
                    "Choose one of " + String.join(", ", heads.keySet()) + ".");
        }
        return heads.get(channel);
    }
}
