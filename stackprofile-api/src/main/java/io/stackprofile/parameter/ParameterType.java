package io.stackprofile.parameter;

import java.util.Locale;

/** What kind of value a parameter takes. */
public enum ParameterType {
    /** Text. */
    STRING,
    /** A number, whole or not. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** One of a list of texts. */
    ENUM,
    /** Text or bytes that are never stored: bound by reference, resolved at commit. */
    SECRET;

    /** The type in lower case, as documents write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
