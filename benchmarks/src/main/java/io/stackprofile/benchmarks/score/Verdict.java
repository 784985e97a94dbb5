package io.stackprofile.benchmarks.score;

import java.util.List;

/**
 * What became of a labelled place.
 *
 * @param kind what happened there
 * @param reason why, in a few words that repeat nothing of the document
 * @param rules the rules that fired at the leaf
 */
record Verdict(Kind kind, String reason, List<String> rules) {

    /** What can happen to a place. */
    enum Kind {
        /** The secret is gone and the leaf is whole. */
        FOUND(true),
        /** The leaf stands as it was. */
        LEFT(true),
        /** Capture dropped the leaf with a field that belongs to the running cluster: neither a leak nor a redaction. */
        CLEANED(true),
        /** The secret still stands at the leaf. */
        MISSED(false),
        /** The secret is gone, and the leaf can no longer be read as what it was. */
        MALFORMED(false),
        /** No secret stood there, and the leaf was changed. */
        TOUCHED(false),
        /** Capture refused the document. */
        REFUSED(false);

        private final boolean right;

        Kind(boolean right) {
            this.right = right;
        }
    }

    static Verdict of(Kind kind, String reason) {
        return new Verdict(kind, reason, List.of());
    }

    boolean right() {
        return kind.right;
    }
}
