package io.stackprofile.samples.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.HistoryStore;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;

/** What happened to profiles: a profile's revisions have no gaps, so its entries are found without an index. */
final class FolderHistory implements HistoryStore {

    private final Ledger ledger;

    FolderHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Page<HistoryRecord> page(String organisation, ProfileId profile, PageRequest request) {
        Keyset keyset = new Keyset(ledger.store(), List.of("history", organisation, profile.toString()));
        return ledger.read(state -> {
            NavigableSet<Key> entries = state.keys(Kind.HISTORY, organisation, profile.value());
            NavigableSet<Key> left = keyset.after(request)
                    .map(given -> HistoryRow.key(organisation, profile.value(), Math.max(0, revision(given))))
                    .map(given -> entries.headSet(given, false))
                    .orElse(entries);
            Iterator<UUID> revisions = left.descendingSet().stream()
                    .map(key -> new UUID(0, key.number()))
                    .iterator();
            return keyset.page(
                    revisions,
                    request,
                    id -> true,
                    id -> find(state, organisation, profile, revision(id)).orElseThrow());
        });
    }

    @Override
    public Optional<HistoryRecord> find(String organisation, ProfileId profile, long revision) {
        return ledger.read(state -> find(state, organisation, profile, revision));
    }

    private static Optional<HistoryRecord> find(State state, String organisation, ProfileId profile, long revision) {
        return state.find(HistoryRow.key(organisation, profile.value(), revision), HistoryRow.class)
                .map(HistoryRow::record);
    }

    private static long revision(UUID id) {
        return id.getLeastSignificantBits();
    }
}
