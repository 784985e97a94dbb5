package io.stackprofile.core.internal.redact.name;

/** What a name says about its value. */
public enum Strength {
    /** Nothing. */
    NONE,
    /** A secret if the value looks made by a machine. */
    LIKELY,
    /** A secret unless the value looks like the name of something. */
    FIRM,
    /** A secret whatever it looks like. */
    STRONG
}
