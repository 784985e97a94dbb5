package io.stackprofile.parameter;

/** Where a parameter set takes a parameter's value from. */
public sealed interface ParameterSource {

    /**
     * The value itself; not for a secret.
     *
     * @param value the value; a text is read as the parameter's type
     */
    record Value(ParameterValue value) implements ParameterSource {

        /** Says nothing of the value: it may be a secret that was put in the wrong place. */
        @Override
        public String toString() {
            return "Value[]";
        }
    }

    /**
     * Where the value is. For a secret any reference, resolved inside commit; for another parameter {@code env:} or
     * {@code file:}, read when the version is instantiated and only where the host allows it.
     *
     * @param ref the reference
     */
    record Reference(SecretRef ref) implements ParameterSource {}
}
