package io.stackprofile.capture;

/** How far redaction goes, and whether anything is kept. */
public enum RedactionMode {
    /** Takes out what its place, its name or its format says is a secret. */
    BALANCED,
    /**
     * Takes out, besides, what only looks made by a machine: unknown texts of 20 characters or more in which letters and
     * digits mix as in a generated secret, by the rule {@code unknown-entropy} and with low confidence. Digests, ids,
     * certificates, public keys, names of resources and URLs stay.
     */
    STRICT,
    /**
     * Finds as {@link #STRICT} does and keeps nothing. Only {@code Profiles.inspect} and {@code inspectIac} take it; a
     * call that stores refuses it.
     */
    REPORT
}
