package io.stackprofile.parameter;

/** Where a bound value came from. */
public enum BindingSource {
    /** The caller gave it. */
    EXPLICIT,
    /** The parameter's default. */
    DEFAULT,
    /** Optional, without default, and not given: an empty text, zero or false. */
    EMPTY
}
