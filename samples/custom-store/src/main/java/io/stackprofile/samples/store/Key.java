package io.stackprofile.samples.store;

/**
 * What an entry is about; a later entry with the same key replaces it.
 *
 * @param kind what it is
 * @param organisation whose it is
 * @param id its id, digest or request key
 * @param number the version or revision, where there are several of an id; else 0
 */
record Key(Kind kind, String organisation, String id, long number) {

    static Key of(Kind kind, String organisation, Object id) {
        return new Key(kind, organisation, id.toString(), 0);
    }
}
