package io.stackprofile.draft;

import org.jspecify.annotations.Nullable;

/** How a {@link MergeConflict} is settled. */
public sealed interface MergeResolution {

    /** Keeps what the draft has. */
    record Ours() implements MergeResolution {}

    /** Takes what the newer version has. */
    record Theirs() implements MergeResolution {}

    /**
     * Puts another value at the place; only where a value of a text is in conflict. In a profile's draft secrets in it
     * are redacted before it is stored; for an instance it is refused if it is one.
     *
     * @param value a Map with String keys, a List, a String, a Boolean, a number or null; copied. Not part of
     *     {@code toString}
     */
    record Other(@Nullable Object value) implements MergeResolution {

        /** Checks and copies the value. */
        public Other {
            value = ValueTrees.copy(value);
        }

        @Override
        public String toString() {
            return "Other";
        }
    }

    /** Keeps what the draft has. */
    static MergeResolution ours() {
        return new Ours();
    }

    /** Takes what the newer version has. */
    static MergeResolution theirs() {
        return new Theirs();
    }

    /** Puts another value at the place. */
    static MergeResolution value(@Nullable Object value) {
        return new Other(value);
    }
}
