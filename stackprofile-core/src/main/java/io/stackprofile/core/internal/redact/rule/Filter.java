package io.stackprofile.core.internal.redact.rule;

/** How a placeholder encodes its value. */
public enum Filter {
    /** As it is. */
    NONE(""),
    /** In base64, as in a Secret's data. */
    BASE64(" | base64"),
    /** As a JSON string, quotes included. */
    JSON(" | json"),
    /** As it stands between a JSON string's quotes. */
    JSONTEXT(" | jsontext"),
    /** Percent-encoded. */
    URLENCODE(" | urlencode"),
    /** As it is, without the quotes around the placeholder. */
    TYPED(" | typed");

    private final String suffix;

    Filter(String suffix) {
        this.suffix = suffix;
    }

    public String token(String parameter) {
        return "${{ parameters." + parameter + suffix + " }}";
    }
}
