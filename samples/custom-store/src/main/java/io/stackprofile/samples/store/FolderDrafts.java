package io.stackprofile.samples.store;

import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import java.util.List;
import java.util.Optional;

/** Drafts. */
final class FolderDrafts implements DraftStore {

    private final Ledger ledger;

    FolderDrafts(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void create(DraftRecord draft) {
        Refusals.require(draft.revision() == 1, "a new draft has revision 1");
        DraftRow row = DraftRow.of(draft);
        ledger.write(transaction -> {
            if (transaction.state().find(row.key(), DraftRow.class).isPresent()) {
                throw Refusals.exists("draft " + draft.id());
            }
            transaction.put(row, Texts.bytes(draft.document()));
            return row;
        });
    }

    @Override
    public void update(long expectedRevision, DraftRecord changed) {
        Refusals.require(changed.revision() == expectedRevision + 1, "a changed draft carries the next revision");
        DraftRow row = DraftRow.of(changed);
        ledger.write(transaction -> {
            DraftRow current = transaction
                    .state()
                    .find(row.key(), DraftRow.class)
                    .orElseThrow(() -> Refusals.missing("draft " + changed.id()));
            Refusals.requireRevision("draft " + changed.id(), expectedRevision, current.revision());
            transaction.put(row, Texts.bytes(changed.document()));
            return row;
        });
    }

    @Override
    public Optional<DraftRecord> find(String organisation, DraftId id) {
        return ledger.read(state -> find(state, key(organisation, id)));
    }

    @Override
    public void delete(String organisation, DraftId id) {
        Key key = key(organisation, id);
        ledger.write(transaction -> {
            boolean there = transaction.state().find(key, DraftRow.class).isPresent();
            if (there) {
                transaction.remove(key);
            }
            return there;
        });
    }

    @Override
    public boolean deleteUnchanged(String organisation, DraftId id, long expectedRevision) {
        Key key = key(organisation, id);
        return ledger.write(transaction -> {
            boolean unchanged = transaction
                    .state()
                    .find(key, DraftRow.class)
                    .filter(draft -> draft.revision() == expectedRevision)
                    .isPresent();
            if (unchanged) {
                transaction.remove(key);
            }
            return unchanged;
        });
    }

    @Override
    public Page<DraftRecord> page(String organisation, PageRequest request) {
        List<String> listing = Listings.drafts(organisation);
        Keyset keyset = new Keyset(ledger.store(), listing);
        return ledger.read(state -> keyset.page(
                keyset.from(state.listings().ids(listing), request).iterator(),
                request,
                id -> true,
                id -> find(state, key(organisation, new DraftId(id))).orElseThrow()));
    }

    private static Key key(String organisation, DraftId id) {
        return Key.of(Kind.DRAFT, organisation, id.value());
    }

    private static Optional<DraftRecord> find(State state, Key key) {
        return state.find(key, DraftRow.class).map(row -> row.record(Texts.text(state.body(key))));
    }
}
