package io.stackprofile.core.internal.redact;

/** How a placeholder encodes its value. */
enum Filter {
    /** As it is. */
    NONE(""),
    /** In base64, as in a Secret's data. */
    BASE64(" | base64"),
    /** As a JSON string, quotes included. */
    JSON(" | json"),
    /** Percent-encoded. */
    URLENCODE(" | urlencode"),
    /** As it is, without the quotes around the placeholder. */
    TYPED(" | typed");

    private final String suffix;

    Filter(String suffix) {
        this.suffix = suffix;
    }

    String token(String parameter) {
        return "${{ parameters." + parameter + suffix + " }}";
    }
}
