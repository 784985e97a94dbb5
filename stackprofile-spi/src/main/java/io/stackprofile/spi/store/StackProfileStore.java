package io.stackprofile.spi.store;

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

    /** Releases what the store holds; calling it twice does nothing more. */
    @Override
    void close();
}
