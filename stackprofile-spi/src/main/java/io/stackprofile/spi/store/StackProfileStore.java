package io.stackprofile.spi.store;

import java.util.Optional;

/**
 * A store: the roles an engine needs, over one medium. Safe for concurrent use by several engines and processes.
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
