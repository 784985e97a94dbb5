package io.stackprofile.samples.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suggestions. */
final class FolderSuggestions implements SuggestionStore {

    private final Ledger ledger;

    FolderSuggestions(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void create(SuggestionRecord suggestion) {
        Refusals.require(suggestion.revision() == 1, "a new suggestion has revision 1");
        ledger.write(transaction -> {
            if (row(transaction.state(), suggestion.id()).isPresent()) {
                throw Refusals.exists("suggestion " + suggestion.id());
            }
            return put(transaction, suggestion);
        });
    }

    @Override
    public void update(long expectedRevision, SuggestionRecord changed) {
        Refusals.require(changed.revision() == expectedRevision + 1, "a changed suggestion carries the next revision");
        ledger.write(transaction -> {
            SuggestionRow current = row(transaction.state(), changed.id())
                    .filter(found -> isSeenBy(found, changed.organisation())
                            && found.owner().equals(changed.owner()))
                    .orElseThrow(() -> Refusals.missing("suggestion " + changed.id()));
            Refusals.requireRevision("suggestion " + changed.id(), expectedRevision, current.revision());
            return put(transaction, changed);
        });
    }

    @Override
    public Optional<SuggestionRecord> find(String organisation, SuggestionId id) {
        return ledger.read(state ->
                row(state, id).filter(found -> isSeenBy(found, organisation)).map(found -> record(state, found)));
    }

    @Override
    public Page<SuggestionRecord> received(String owner, ProfileId profile, PageRequest request) {
        return page(Listings.received(owner, profile.value()), request);
    }

    @Override
    public Page<SuggestionRecord> sent(String organisation, PageRequest request) {
        return page(Listings.sent(organisation), request);
    }

    private Page<SuggestionRecord> page(List<String> listing, PageRequest request) {
        Keyset keyset = new Keyset(ledger.store(), listing);
        return ledger.read(state -> keyset.page(
                keyset.from(state.listings().ids(listing), request).iterator(),
                request,
                id -> true,
                id -> record(state, id)));
    }

    private static SuggestionRow put(Transaction transaction, SuggestionRecord suggestion) {
        byte[] document = Texts.bytes(suggestion.document());
        SuggestionRow row = SuggestionRow.of(suggestion, document.length);
        transaction.put(row, body(document, suggestion));
        return row;
    }

    /** What stands in the journal behind a suggestion's row. */
    static byte[] body(byte[] document, SuggestionRecord suggestion) {
        byte[] proposal = Texts.bytes(suggestion.proposal());
        return ByteBuffer.allocate(document.length + proposal.length)
                .put(document)
                .put(proposal)
                .array();
    }

    private static Optional<SuggestionRow> row(State state, SuggestionId id) {
        return state.find(SuggestionRow.key(id.value()), SuggestionRow.class);
    }

    private static SuggestionRecord record(State state, UUID id) {
        return row(state, new SuggestionId(id)).map(row -> record(state, row)).orElseThrow();
    }

    static SuggestionRecord record(State state, SuggestionRow row) {
        byte[] body = state.body(row.key());
        return row.record(
                Texts.text(Arrays.copyOf(body, row.documentBytes())),
                Texts.text(Arrays.copyOfRange(body, row.documentBytes(), body.length)));
    }

    private static boolean isSeenBy(SuggestionRow suggestion, String organisation) {
        return suggestion.organisation().equals(organisation)
                || suggestion.owner().equals(organisation);
    }
}
