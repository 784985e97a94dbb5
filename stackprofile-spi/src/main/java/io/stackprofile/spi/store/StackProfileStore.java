package io.stackprofile.spi.store;

import java.util.Optional;

/**
 * A store: the roles an engine needs, over one medium. Safe for concurrent use by several engines, and by several
 * processes where it says so ([ST-6]).
 *
 * <p>A clause is a MUST, here and in every role, unless it says SHOULD or MAY. Clauses, proved by the testkit:
 * <ul>
 * <li>[ST-1] Every method takes effect at one moment between its call and its return, as if calls came one after another;
 * only a listing, and a call on contents, may take a moment for each entry.
 * <li>[ST-2] After {@link #close}, every call fails with {@code STORE_FAILED} and says what to do; closing again does
 * nothing.
 * <li>[ST-3] No failure carries a record's texts, in its message or in a cause; the name a caller gave may be said.
 * <li>[ST-4] A call that is refused fails with the code its method documents, changes nothing, and says what to do.
 * <li>[ST-5] SHOULD: What was acknowledged is there, to the character, after the store is closed and opened again.
 * <li>[ST-6] MAY: A store is opened twice at once; then each sees what the other acknowledged, and every condition holds
 * over both.
 * <li>[ST-7] At least these sizes are taken: organisations of 63 characters; names, categories, tags and request keys of
 * 255 characters of any script; 100 tags and 1,000 readers of a profile; documents and contents of 4 Mi characters; 5,000
 * contents in a call and of a version.
 * <li>[ST-8] No method gives an organisation anything of another's or changes it, whatever id, name, request key, digest
 * or page token it is called with; what speaks of every organisation says so.
 * </ul>
 */
public interface StackProfileStore extends AutoCloseable {

    /** Profiles and versions. */
    ProfileStore profiles();

    /** Listings of profiles. */
    ProfileCatalogue catalogue();

    /** What happened to profiles. */
    HistoryStore history();

    /** Members' texts. */
    ContentStore contents();

    /** Drafts. */
    DraftStore drafts();

    /** Suggestions. */
    SuggestionStore suggestions();

    /** Instances. */
    InstantiationStore instantiations();

    /** Everything the store holds, to be copied to another; empty when it cannot be. */
    default Optional<StoreArchive> archive() {
        return Optional.empty();
    }

    /** Releases what the store holds; calling it twice does nothing more. */
    @Override
    void close();
}
