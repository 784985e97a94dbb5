package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import java.util.List;
import java.util.Optional;

/** Suggestions in a table. */
final class JdbcSuggestionStore implements SuggestionStore {

    private static final String OF_ID = " FROM suggestion s WHERE s.id = ?";

    private final Transactions transactions;

    JdbcSuggestionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void create(SuggestionRecord suggestion) {
        Conflicts.require(suggestion.revision() == 1, "a new suggestion has revision 1");
        SuggestionRows.require(transactions.texts("suggestion " + suggestion.id()), suggestion);
        transactions.write("create a suggestion", sql -> {
            if (!SuggestionRows.insert(sql, suggestion)) {
                throw Conflicts.exists("suggestion " + suggestion.id());
            }
            return suggestion;
        });
    }

    @Override
    public void update(long expectedRevision, SuggestionRecord changed) {
        Conflicts.require(changed.revision() == expectedRevision + 1, "a changed suggestion carries the next revision");
        SuggestionRows.require(transactions.texts("suggestion " + changed.id()), changed);
        transactions.write("update a suggestion", sql -> {
            if (SuggestionRows.replace(sql, expectedRevision, changed)) {
                return changed;
            }
            long revision = sql.first(
                            "SELECT s.revision" + OF_ID + " AND s.organisation = ? AND s.owner = ?",
                            row -> row.number("revision"),
                            changed.id().value(),
                            changed.organisation(),
                            changed.owner())
                    .orElseThrow(() -> Conflicts.missing("suggestion " + changed.id()));
            if (revision == expectedRevision) {
                throw new LostRaceException();
            }
            throw Conflicts.stale("suggestion " + changed.id(), expectedRevision, revision);
        });
    }

    @Override
    public Optional<SuggestionRecord> find(String organisation, SuggestionId id) {
        return transactions.look(
                "find a suggestion",
                sql -> sql.first(
                        "SELECT " + SuggestionRows.COLUMNS + OF_ID + " AND (s.organisation = ? OR s.owner = ?)",
                        SuggestionRows::map,
                        id.value(),
                        organisation,
                        organisation));
    }

    @Override
    public Page<SuggestionRecord> received(String owner, ProfileId profile, PageRequest request) {
        Keyset keyset = keyset("suggestions received", List.of(Optional.of(owner), Optional.of(profile.toString())));
        return page(keyset, received(owner, profile), request);
    }

    @Override
    public Page<SuggestionRecord> sent(String organisation, PageRequest request) {
        Keyset keyset = keyset("suggestions sent", List.of(Optional.of(organisation)));
        return page(keyset, sent(organisation), request);
    }

    static Listing received(String owner, ProfileId profile) {
        return new Listing("suggestion s", "s.id")
                .where("s.owner = ?", owner)
                .where("s.profile_id = ?", profile.value());
    }

    static Listing sent(String organisation) {
        return new Listing("suggestion s", "s.id").where("s.organisation = ?", organisation);
    }

    private Keyset keyset(String kind, List<Optional<String>> conditions) {
        return new Keyset(transactions.identity(), kind, conditions);
    }

    private Page<SuggestionRecord> page(Keyset keyset, Listing listing, PageRequest request) {
        Listing.Query query = listing.page(SuggestionRows.COLUMNS, keyset.after(request), request);
        List<SuggestionRecord> read =
                transactions.look("list suggestions", sql -> sql.list(query.sql(), SuggestionRows::map, query.array()));
        return keyset.page(read, request, suggestion -> suggestion.id().value());
    }
}
