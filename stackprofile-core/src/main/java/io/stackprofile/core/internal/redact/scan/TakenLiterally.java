package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.value.ValueJudge;

/**
 * Tells secrets of words in a program's own file from what programs call entries of a store, a cookie or a table: an
 * {@code apiKey} is one, a {@code storageKey} names an entry.
 */
final class TakenLiterally {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:secret|token|salt|(?:api|app|secret|private|encryption|master|signing|jwt|auth|licen[cs]e)[-_.]?key)s?$");

    private TakenLiterally() {}

    /** Whether {@code value} is a secret under {@code name}, which says firmly that it is one. */
    static boolean is(String name, String value) {
        return NAME.matcher(name).find() && ValueJudge.worded(value);
    }
}
