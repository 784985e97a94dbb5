package io.stackprofile.core.internal.redact.value;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.name.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Tells what a form shows beside a field, in any language, from what is typed into it: {@code Nytt passord}. */
final class Label {

    private static final Pattern ENGLISH = Pattern.compile(
            "[A-Z][a-z]+(?: [A-Za-z]+)* (?i:password|passphrase|token|secret)[a-z]*[:.?!]*|Password[:.?!]*");
    // A capital, words of letters, perhaps an end; or a script that nobody types a password in.
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}\\p{L}*(?: \\p{L}+){0,4}[:.?!…]*");
    private static final Pattern PROMPT = Pattern.compile("\\p{Lu}\\p{Ll}*(?: \\p{L}+){0,5} ?[:?]");
    private static final Pattern UNCASED =
            Pattern.compile("[\\p{L} ]{0,40}[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}][\\p{L} ]{0,40}[:：]?");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}");

    private static final List<String> PASSWORDS = Words.reasons("strong").entrySet().stream()
            .filter(word -> word.getValue().startsWith("a password in "))
            .map(word -> word.getKey())
            .toList();

    private static final int LONG = 7;

    private Label() {}

    static boolean is(String value) {
        if (ENGLISH.matcher(value).matches() || PROMPT.matcher(value).matches()) {
            return true;
        }
        String plain = plain(value);
        boolean words = WORDS.matcher(value).matches() && PASSWORDS.stream().anyMatch(word -> holds(plain, word));
        return words || UNCASED.matcher(value).matches();
    }

    // Long words stand within others too: engangspassord.
    private static boolean holds(String text, String word) {
        return word.length() >= LONG ? text.contains(word) : (" " + text).contains(" " + word);
    }

    private static String plain(String value) {
        String decomposed = Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ACCENT.matcher(decomposed).replaceAll("");
    }
}
