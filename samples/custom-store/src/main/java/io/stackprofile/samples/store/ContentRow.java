package io.stackprofile.samples.store;

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

    ContentRow refreshed(Instant now) {
        return new ContentRow(organisation, digest, now, length, checksum);
    }

    @Override
    public Key key() {
        return Key.of(Kind.CONTENT, organisation, digest);
    }
}
