package io.stackprofile.samples.store;

import java.util.List;

/** The head of an entry: a record's fields without its long texts, as JSON in the journal. */
sealed interface Row
        permits ProfileRow, VersionRow, HistoryRow, AnswerRow, ContentRow, DraftRow, SuggestionRow, InstanceRow {

    /** What it is about. */
    Key key();

    /** The digests it refers to; kept from sweeps while it is there. */
    default List<String> contents() {
        return List.of();
    }

    /** Whose contents those are. */
    default String contentOwner() {
        return key().organisation();
    }
}
