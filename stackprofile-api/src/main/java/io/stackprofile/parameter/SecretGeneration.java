package io.stackprofile.parameter;

import java.util.regex.Pattern;

/**
 * How to make a secret when none is bound. It is made once for an instance, kept in the host's vault, and stays the same
 * when the instance is updated.
 *
 * @param length how many characters, 8 to 1024: shorter values cannot be told from ordinary words
 * @param alphabet the characters to draw from, each once: 2 or more of printable ASCII without the blank
 */
public record SecretGeneration(int length, String alphabet) {

    /** Letters and digits. */
    public static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{2,94}");

    /** Checks both. */
    public SecretGeneration {
        if (length < 8 || length > 1024) {
            throw new IllegalArgumentException("a generated secret has 8 to 1024 characters");
        }
        if (!PRINTABLE.matcher(alphabet).matches()
                || alphabet.chars().distinct().count() != alphabet.length()) {
            throw new IllegalArgumentException(
                    "a generated secret's alphabet is 2 or more characters of printable ASCII, each once, no blank");
        }
    }

    /** {@code length} letters and digits. */
    public static SecretGeneration of(int length) {
        return new SecretGeneration(length, ALPHANUMERIC);
    }
}
