package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.StoredItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Contents as files. A content is there when the journal says so, which it does once the file is forced; a file that it
 * does not know is left from an interrupted call, and goes with the next sweep.
 */
final class FolderContents implements ContentStore {

    private final Ledger ledger;
    private final ContentFiles files;

    /** Puts and reads go on beside each other; a sweep has the files to itself. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    FolderContents(Ledger ledger, ContentFiles files) {
        this.ledger = ledger;
        this.files = files;
    }

    @Override
    public void putAll(String organisation, Map<Digest, String> contents, Instant now) {
        locked(lock.readLock(), () -> {
            Map<String, byte[]> texts = new LinkedHashMap<>();
            contents.forEach((digest, text) -> texts.put(digest.text(), Texts.bytes(text)));
            Map<String, byte[]> missing = new LinkedHashMap<>(texts);
            for (ContentRow known : known(organisation, texts.keySet())) {
                if (files.isThere(known)) {
                    missing.remove(known.digest());
                }
            }
            files.write(organisation, missing);
            return ledger.write(transaction -> {
                texts.forEach((digest, text) -> put(transaction, organisation, digest, text, now));
                return texts.size();
            });
        });
    }

    private List<ContentRow> known(String organisation, Collection<String> digests) {
        return ledger.read(state -> digests.stream()
                .flatMap(digest -> state.contents().find(organisation, digest).stream())
                .toList());
    }

    private static void put(Transaction transaction, String organisation, String digest, byte[] text, Instant now) {
        ContentRow row = transaction
                .state()
                .contents()
                .find(organisation, digest)
                .map(known -> known.refreshed(now))
                .orElseGet(() -> new ContentRow(organisation, digest, now, text.length, ContentFiles.checksum(text)));
        transaction.put(row);
    }

    @Override
    public Map<Digest, String> getAll(String organisation, Collection<Digest> digests) {
        return locked(lock.readLock(), () -> {
            List<ContentRow> there =
                    known(organisation, digests.stream().map(Digest::text).toList());
            Map<Digest, String> found = new LinkedHashMap<>();
            for (ContentRow content : there) {
                found.put(Digest.of(content.digest()), Texts.text(files.read(content)));
            }
            return found;
        });
    }

    @Override
    public long sweep(String organisation, Instant before) {
        return locked(lock.writeLock(), () -> {
            List<ContentRow> swept = ledger.write(transaction -> {
                State state = transaction.state();
                List<ContentRow> unneeded = state.contents().lastPutBefore(organisation, before).stream()
                        .filter(content -> !state.references().has(content.key()))
                        .toList();
                unneeded.forEach(content -> transaction.remove(content.key()));
                return unneeded;
            });
            removeUnknownFiles(organisation);
            return (long) swept.size();
        });
    }

    /** Runs what reads files while no sweep takes any. */
    <T> T reading(Supplier<T> work) {
        return locked(lock.readLock(), work::get);
    }

    /** A content as a copy takes it; call it while {@link #reading}. */
    StoredItem.Text item(ContentRow content) throws IOException {
        return new StoredItem.Text(
                content.organisation(),
                Digest.of(content.digest()),
                Texts.text(files.read(content)),
                content.lastPut());
    }

    /**
     * Restores texts, and {@code rest} in the same transaction. A file that is there is written again only where it has
     * another text than its digest had here, which no engine does.
     */
    void restore(List<StoredItem.Text> items, Consumer<Transaction> rest) {
        Map<String, Map<String, byte[]>> texts = new LinkedHashMap<>();
        Map<Key, ContentRow> rows = new LinkedHashMap<>();
        for (StoredItem.Text item : items) {
            byte[] text = Texts.bytes(item.text());
            ContentRow row = ContentRow.of(item, text);
            rows.put(row.key(), row);
            texts.computeIfAbsent(item.organisation(), organisation -> new LinkedHashMap<>())
                    .put(item.digest().text(), text);
        }
        locked(lock.readLock(), () -> {
            ledger.read(state -> rows.values().stream()
                            .filter(row -> state.contents()
                                    .find(row.organisation(), row.digest())
                                    .filter(row::isOfSameText)
                                    .isPresent())
                            .toList())
                    .forEach(known ->
                            texts.getOrDefault(known.organisation(), Map.of()).remove(known.digest()));
            for (Map.Entry<String, Map<String, byte[]>> missing : texts.entrySet()) {
                files.write(missing.getKey(), missing.getValue());
            }
            return ledger.write(transaction -> {
                rows.values().forEach(transaction::put);
                rest.accept(transaction);
                return rows.size();
            });
        });
    }

    /** The contents are gone already; a file that cannot be removed now goes with a later sweep. */
    private void removeUnknownFiles(String organisation) {
        try {
            Map<Path, String> unknown = new HashMap<>();
            for (Path file : files.list(organisation)) {
                unknown.put(file, "sha256:" + file.getFileName());
            }
            ledger.read(state -> unknown.values()
                    .removeIf(digest ->
                            state.contents().find(organisation, digest).isPresent()));
            for (Path file : unknown.keySet()) {
                files.delete(file);
            }
        } catch (IOException | StoreException leftForLater) {
            return;
        }
    }

    /** Closes the ledger when no call uses the files. */
    void close() throws IOException {
        lock.writeLock().lock();
        try {
            ledger.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What a call does with files. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Lock held, Work<T> work) {
        held.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw new StoreException(
                    "a file of the store's contents could not be read or written; nothing was changed",
                    "Check that the disk is there, has room, and has what was written to it.");
        } finally {
            held.unlock();
        }
    }
}
