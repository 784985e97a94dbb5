package io.stackprofile.samples.store;

import io.stackprofile.spi.store.StoredItem;
import java.time.Instant;

/**
 * That a content's file is there, forced, and what it must hold.
 *
 * @param organisation whose it is
 * @param digest its digest
 * @param lastPut for sweeps
 * @param length how many bytes the file has
 * @param checksum their CRC-32C
 */
record ContentRow(String organisation, String digest, Instant lastPut, int length, int checksum) implements Row {

    static ContentRow of(StoredItem.Text item, byte[] text) {
        return new ContentRow(
                item.organisation(), item.digest().text(), item.lastPut(), text.length, ContentFiles.checksum(text));
    }

    /** Whether the file of {@code other} has what this one must hold. */
    boolean isOfSameText(ContentRow other) {
        return length == other.length && checksum == other.checksum;
    }

    ContentRow refreshed(Instant now) {
        return new ContentRow(organisation, digest, now, length, checksum);
    }

    @Override
    public Key key() {
        return Key.of(Kind.CONTENT, organisation, digest);
    }
}
