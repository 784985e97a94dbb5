package io.stackprofile.core.internal.redact;

/**
 * One way in which a secret could be written.
 *
 * @param text the characters to search for
 * @param form how they encode the secret
 * @param entry the secret
 */
record Needle(String text, Form form, SecretLedger.Entry entry) {

    /** How a secret is written. */
    enum Form {
        /** As it is. */
        RAW(Filter.NONE),
        /** All of it in padded base64. */
        BASE64(Filter.BASE64),
        /** Escaped for a JSON string. */
        JSON(Filter.JSON),
        /** Percent-encoded. */
        URL(Filter.URLENCODE),
        /** A part, or an encoding that no placeholder writes. */
        OTHER(Filter.NONE);

        private final Filter filter;

        Form(Filter filter) {
            this.filter = filter;
        }

        Filter filter() {
            return filter;
        }
    }

    /** Names the rule and nothing of the value. */
    @Override
    public String toString() {
        return "Needle[" + form + ", " + entry.rule() + "]";
    }
}
