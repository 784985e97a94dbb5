package io.stackprofile.samples.store;

import java.io.IOException;

/**
 * What the journal has entries of, in the order in which a copy is restored: what others need comes first. The letters are
 * part of the format.
 */
enum Kind {
    /** That a content's file is there. */
    CONTENT('C', ContentRow.class),
    /** A profile's metadata. */
    PROFILE('P', ProfileRow.class),
    /** A version; the body is its document. */
    VERSION('V', VersionRow.class),
    /** What made a revision of a profile. */
    HISTORY('H', HistoryRow.class),
    /** What a request key was answered with. */
    ANSWER('A', AnswerRow.class),
    /** A draft; the body is its document. */
    DRAFT('D', DraftRow.class),
    /** A suggestion; the body is its document and its proposal. */
    SUGGESTION('S', SuggestionRow.class),
    /** An instance; the body is its document. */
    INSTANCE('I', InstanceRow.class);

    private final byte letter;
    private final Class<? extends Row> row;

    Kind(char letter, Class<? extends Row> row) {
        this.letter = (byte) letter;
        this.row = row;
    }

    /** The kind that a letter stands for. */
    static Kind of(byte letter) throws IOException {
        for (Kind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IOException("an entry is of a kind that this version does not know");
    }

    /** What stands for it in the journal. */
    byte letter() {
        return letter;
    }

    /** What its heads are. */
    Class<? extends Row> row() {
        return row;
    }
}
