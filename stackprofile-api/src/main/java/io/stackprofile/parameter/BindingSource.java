package io.stackprofile.parameter;

/** Where a bound value came from; what stands earlier goes before what stands later. */
public enum BindingSource {
    /** The caller gave it. */
    EXPLICIT,
    /** The chosen option of another parameter sets it. */
    OPTION,
    /** The caller's parameter set has it. */
    PARAMETER_SET,
    /** The instance had it before it was updated, perhaps under another name. */
    CARRIED,
    /** The parameter's default. */
    DEFAULT,
    /** A secret that the engine makes and keeps in the host's vault; bound by reference. */
    GENERATED,
    /** Optional, without default, and not given: an empty text, zero or false. */
    EMPTY
}
