package io.stackprofile.samples.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;

/** Listings of profiles, from their metadata in memory: of one organisation's profiles, or of all. */
final class FolderCatalogue implements ProfileCatalogue {

    private final Ledger ledger;

    FolderCatalogue(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Page<ProfileRecord> page(ProfileFilter filter, PageRequest request) {
        Keyset keyset = new Keyset(ledger.store(), conditions(filter));
        return ledger.read(state -> keyset.page(
                keyset.from(candidates(state, filter), request).iterator(),
                request,
                id -> matches(filter, profile(state, id)),
                id -> profile(state, id).record()));
    }

    @Override
    public long count(ProfileFilter filter) {
        return ledger.read(state -> candidates(state, filter).stream()
                .filter(id -> matches(filter, profile(state, id)))
                .count());
    }

    @Override
    public Optional<String> owner(ProfileId id) {
        return ledger.read(state -> state.profiles().find(id.value()).map(ProfileRow::organisation));
    }

    private static NavigableSet<UUID> candidates(State state, ProfileFilter filter) {
        return state.listings()
                .ids(filter.organisation().map(Listings::profiles).orElse(Listings.profiles()));
    }

    private static ProfileRow profile(State state, UUID id) {
        return state.profiles().find(id).orElseThrow();
    }

    private static boolean matches(ProfileFilter filter, ProfileRow profile) {
        return filter.namePrefix().map(profile.name()::startsWith).orElse(true)
                && (filter.category().isEmpty() || filter.category().equals(profile.category()))
                && filter.tag().map(profile.tags()::contains).orElse(true)
                && filter.visibility()
                        .map(wanted -> profile.visibility() == wanted)
                        .orElse(true)
                && filter.sharedWith().map(profile.sharedWith()::contains).orElse(true);
    }

    private static List<String> conditions(ProfileFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("catalogue"));
        for (Optional<String> condition : List.of(
                filter.organisation(),
                filter.namePrefix(),
                filter.category(),
                filter.tag(),
                filter.visibility().map(Enum::name),
                filter.sharedWith())) {
            conditions.add(condition.map(value -> "=" + value).orElse(""));
        }
        return conditions;
    }
}
