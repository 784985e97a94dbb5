package io.stackprofile.core.internal.redact.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells words that nobody would write a name with: {@code s3same}, {@code gh-hook-Wh}. */
final class Spelling {

    private static final int SHORT = 4;
    private static final List<String> TERMS = List.of("s3", "k3", "k8", "h2", "i18n", "l10n", "a11y", "b2", "p2", "e2");

    private Spelling() {}

    /** Whether the value's words are spelled as those of no object, variable, header or key are. */
    static boolean isOdd(String value) {
        List<String> words = Arrays.asList(value.strip().split("[-_]"));
        return mixesCase(words) || words.stream().anyMatch(Spelling::hasDisguisedLetter);
    }

    // Objects are all lower case, headers have every word capitalised, keys have no signs or one case.
    private static boolean mixesCase(List<String> words) {
        boolean lower = words.stream().anyMatch(word -> word.length() > 1 && Character.isLowerCase(word.charAt(0)));
        boolean capital = words.stream()
                .anyMatch(word -> word.length() > 1
                        && Character.isUpperCase(word.charAt(0))
                        && Character.isLowerCase(word.charAt(1)));
        return lower && capital;
    }

    // A digit among three letters: p4ss, 0ath.
    private static boolean hasDisguisedLetter(String word) {
        if (word.length() != SHORT || Character.isDigit(word.charAt(SHORT - 1))) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return TERMS.stream().noneMatch(lower::startsWith)
                && word.chars().filter(Character::isLetter).count() == SHORT - 1
                && word.chars().filter(c -> "013457".indexOf(c) >= 0).count() == 1;
    }
}
