package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.core.internal.digest.ContentDigest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;

/**
 * Listings of profiles for one caller: a query of its own for each scope. A token belongs to the caller's organisation
 * also where the store lists the same for everyone.
 */
final class ProfileListings {

    private static final int MARK = 16;

    private final ProfileCatalogue catalogue;
    private final Caller caller;

    ProfileListings(ProfileCatalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    Page<ProfileRecord> page(ProfileQuery query, PageRequest request) {
        PageRequest opened =
                request.token().map(token -> request.at(opened(token))).orElse(request);
        Page<ProfileRecord> page = filter(query)
                .map(filter -> catalogue.page(filter, opened))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
        return new Page<>(page.items(), page.next().map(token -> mark() + token));
    }

    long count(ProfileQuery query) {
        return filter(query).map(catalogue::count).orElse(0L);
    }

    /** The store's filter for a query; empty when nothing can match it. */
    private Optional<ProfileFilter> filter(ProfileQuery query) {
        ProfileFilter.Builder filter = ProfileFilter.builder();
        filter.namePrefix(query.namePrefix())
                .category(query.category())
                .tag(query.tag().map(ProfileMetadata::normalised));
        return switch (query.scope()) {
            case OWN ->
                Optional.of(filter.organisation(caller.organisation())
                        .visibility(query.visibility())
                        .build());
            case SHARED ->
                Optional.of(filter.sharedWith(caller.organisation())
                        .visibility(query.visibility())
                        .build());
            case PUBLIC ->
                query.visibility().equals(Optional.of(Visibility.ORGANISATION))
                        ? Optional.empty()
                        : Optional.of(filter.visibility(Visibility.PUBLIC).build());
        };
    }

    private String mark() {
        String digest = ContentDigest.of(caller.organisation()).text();
        return digest.substring(digest.length() - MARK);
    }

    private String opened(String token) {
        if (!token.startsWith(mark())) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the page token does not belong to this listing",
                    "Start from the first page, and keep the filter while paging.",
                    Location.unknown());
        }
        return token.substring(MARK);
    }
}
