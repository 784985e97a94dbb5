package io.stackprofile.samples.store;

import io.stackprofile.Page;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the store holds, in the order of the keys; contents are read while no sweep can take their files. */
final class FolderArchive implements StoreArchive {

    private static final int ROWS = 1_000;
    private static final long BYTES = 8 << 20;

    private final Ledger ledger;
    private final FolderContents contents;

    FolderArchive(Ledger ledger, FolderContents contents) {
        this.ledger = ledger;
        this.contents = contents;
    }

    @Override
    public Page<StoredItem> read(Optional<String> token) {
        ArchiveCursor cursor = new ArchiveCursor(ledger.store());
        Optional<Key> after = token.map(cursor::last);
        return contents.reading(() -> ledger.read(state -> page(state, after, cursor)));
    }

    private Page<StoredItem> page(State state, Optional<Key> after, ArchiveCursor cursor) {
        List<StoredItem> items = new ArrayList<>();
        long bytes = 0;
        Optional<Key> last = after;
        for (Map.Entry<Key, Slot> entry : state.after(after).entrySet()) {
            Row row = state.find(entry.getKey(), Row.class).orElseThrow();
            bytes += row instanceof ContentRow content
                    ? content.length()
                    : entry.getValue().bytes();
            if (items.size() == ROWS || (bytes > BYTES && !items.isEmpty())) {
                return new Page<>(items, last.map(cursor::token));
            }
            items.add(item(state, row));
            last = Optional.of(entry.getKey());
        }
        return new Page<>(items, Optional.empty());
    }

    private StoredItem item(State state, Row row) {
        if (row instanceof ContentRow content) {
            return text(content);
        } else if (row instanceof ProfileRow profile) {
            return new StoredItem.Profile(profile.record());
        } else if (row instanceof AnswerRow answer) {
            return new StoredItem.Answer(answer.requestKey(), answer.profile().record());
        } else if (row instanceof HistoryRow entry) {
            return new StoredItem.History(entry.record());
        } else if (row instanceof SuggestionRow suggestion) {
            return new StoredItem.Suggestion(FolderSuggestions.record(state, suggestion));
        }
        String document = Texts.text(state.body(row.key()));
        if (row instanceof VersionRow version) {
            return version.item(document);
        } else if (row instanceof DraftRow draft) {
            return new StoredItem.Draft(draft.record(document));
        }
        return new StoredItem.Instance(((InstanceRow) row).record(document));
    }

    private StoredItem text(ContentRow content) {
        try {
            return contents.item(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts are forced before the one transaction that has everything else and says that they are there. */
    @Override
    public void restore(List<StoredItem> items) {
        FolderRestoration restoration = FolderRestoration.of(items);
        List<StoredItem.Text> texts = items.stream()
                .filter(StoredItem.Text.class::isInstance)
                .map(StoredItem.Text.class::cast)
                .toList();
        contents.restore(texts, restoration::write);
    }
}
