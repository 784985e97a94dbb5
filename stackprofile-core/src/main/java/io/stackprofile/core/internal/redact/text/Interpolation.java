package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.value.ValueShape;

/** Recognises values that another program fills in, and values that are formulas. */
public final class Interpolation {

    // Shell, Spring, Grafana, Terraform, Logstash, Ruby, Go and Jinja templates, Python, ERB, Windows, sed's marks.
    private static final Pattern FILLED = Pattern.compile(
            "\\$\\{[^}]*}|\\$\\([^)]*\\)|\\$__[a-z]+\\{[^}]*}|%\\{[^}]*}|#\\{[^}]*}|\\{\\{.*?}}|%\\([A-Za-z_]+\\)s|%[sdv]\\b|\\{[A-Za-z_][A-Za-z0-9_.]*}|\\{[0-9]?}|\\$[A-Za-z_][A-Za-z0-9_]*|\\$[0-9@*#?]|<%.*?%>|<[A-Za-z_ -]+>|@[A-Za-z_.]+@|%[A-Z_]{2,}%|__[A-Z_]{2,}__|`[^`]*`|%%[A-Za-z0-9_]+%%|\\(\\([A-Za-z0-9_./:-]+\\)\\)|SECRET\\[[^\\]]+]|\\[[A-Z][A-Z _-]+]");

    private static final Pattern EXPRESSION = Pattern.compile(
            "\\[[^\\]]?[A-Za-z0-9]-[A-Za-z0-9]|\\(\\?[:=!<iP]|\\\\[SsWwDd][+*{]|^[.#][a-z]+(?:[-_][a-z]+)+$");

    // Variables in the middle of a word are written in capitals, or in braces.
    private static final Pattern WITHIN_WORD = Pattern.compile("\\w+\\$[A-Z]?[a-z][a-z0-9]*\\W?");

    private Interpolation() {}

    /** Whether nothing telling is left of {@code value} when what another program fills in is taken away, or it is a pattern. */
    public static boolean fills(String value) {
        if (EXPRESSION.matcher(value).find()) {
            return true;
        }
        String rest = FILLED.matcher(value).replaceAll("");
        return !rest.equals(value) && !ValueShape.generated(rest) && !isDollarInPassword(value, rest);
    }

    // pa$sword1 is a password with a dollar in it rather than a variable behind two letters.
    private static boolean isDollarInPassword(String value, String rest) {
        return value.indexOf('{') < 0
                && value.indexOf('(') < 0
                && value.indexOf('`') < 0
                && !value.startsWith("$")
                && !value.startsWith("%")
                && !value.startsWith("@")
                && !value.startsWith("_")
                && (rest.chars().anyMatch(Character::isDigit)
                        || WITHIN_WORD.matcher(value).matches());
    }
}
