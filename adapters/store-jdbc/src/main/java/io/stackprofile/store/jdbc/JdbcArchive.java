package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import java.util.List;
import java.util.Optional;

/** Everything a database holds, table by table in the order of their keys. */
final class JdbcArchive implements StoreArchive {

    private final Transactions transactions;

    JdbcArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<StoredItem> read(Optional<String> token) {
        String store = transactions.identity();
        ArchiveCursor cursor = token.isPresent() ? ArchiveCursor.read(store, token.get()) : ArchiveCursor.START;
        return transactions.read("read what it holds", sql -> {
            ArchiveTable table = ArchiveTable.ALL.get(cursor.table());
            List<ArchiveTable.Entry> entries = table.after(sql, cursor.key());
            List<StoredItem> items =
                    entries.stream().map(ArchiveTable.Entry::item).toList();
            boolean more = !entries.isEmpty();
            if (!more && cursor.table() + 1 == ArchiveTable.ALL.size()) {
                return new Page<>(items, Optional.empty());
            }
            ArchiveCursor next = more
                    ? new ArchiveCursor(
                            cursor.table(), entries.get(entries.size() - 1).key())
                    : new ArchiveCursor(cursor.table() + 1, List.of());
            return new Page<>(items, Optional.of(next.token(store)));
        });
    }

    @Override
    public void restore(List<StoredItem> items) {
        items.forEach(item -> Restoration.require(transactions.texts("an item of a copy"), item));
        transactions.write("restore a copy", sql -> {
            new Restoration(sql).restore(items);
            return items;
        });
        if (items.stream().anyMatch(StoredItem.Draft.class::isInstance)) {
            transactions.forgetDeleted();
        }
    }
}
