package io.stackprofile.diff;

import io.stackprofile.Names;

/**
 * Whether the value that was captured for a secret parameter is another one in the newer version.
 *
 * @param name the parameter's name
 * @param state whether it changed
 */
public record SecretDiff(String name, State state) {

    /** What is known of a secret's values in two versions. */
    public enum State {
        /** They differ. */
        CHANGED,
        /** They are the same. */
        UNCHANGED,
        /** One of them was not captured, or was not marked by a key that could tell. */
        UNKNOWN
    }

    /** Checks the name. */
    public SecretDiff {
        Names.parameter("name", name);
    }
}
