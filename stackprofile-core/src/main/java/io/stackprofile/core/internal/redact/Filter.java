package io.stackprofile.core.internal.redact;

/** How a placeholder encodes its value. */
enum Filter {
    /** As it is. */
    NONE(""),
    /** In base64, as in a Secret's data. */
    BASE64(" | base64"),
    /** Escaped for a JSON string, with the quotes around it. */
    QUOTED_JSON(" | json"),
    /** Escaped for a JSON string. */
    JSON(" | json"),
    /** Percent-encoded. */
    URLENCODE(" | urlencode");

    private final String suffix;

    Filter(String suffix) {
        this.suffix = suffix;
    }

    String token(String parameter) {
        String token = "${{ parameters." + parameter + suffix + " }}";
        return this == QUOTED_JSON ? "\"" + token + "\"" : token;
    }
}
