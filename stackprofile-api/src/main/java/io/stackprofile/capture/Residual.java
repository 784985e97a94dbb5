package io.stackprofile.capture;

import io.stackprofile.error.Location;
import java.util.Locale;

/**
 * A place at which binding what was captured does not give the source back. Carries neither text.
 *
 * @param kind how it differs
 * @param location where, in the source
 */
public record Residual(Kind kind, Location location) {

    /** How a place differs from its source. */
    public enum Kind {
        /** The same value, written in another way: quoted, escaped or broken over lines differently. */
        SPELLING,
        /** The same characters, as text where the source has a number, a boolean or null: a secret is always text. */
        TYPE,
        /** Another value. */
        VALUE,
        /** Something outside the values, such as a key or a comment; the location is the member's. */
        STRUCTURE;

        /** The kind in lower case, as documents write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
