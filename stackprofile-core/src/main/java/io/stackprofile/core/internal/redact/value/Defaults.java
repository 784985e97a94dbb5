package io.stackprofile.core.internal.redact.value;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.name.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows what charts and examples ship in a secret's place: {@code changeme}, {@code not-a-secure-key}. */
final class Defaults {

    private static final Set<String> WORDS = Words.set("asks-to-be-replaced");
    private static final Pattern CHANGE_ME = Pattern.compile(
            "(?i)(?:please[-_ ]?)?(?:change|replace|define|generate|set)[-_ ]?(?:me|it|this)(?:[-_!0-9].*)?|(?:this[-_ ]?is[-_ ]?)?not[-_ ]?(?:an?|so|very)?[-_ ]?(?:secure|secret|safe)(?:[-_ !0-9].*)?|please[-_ ]?(?:change|replace|generate|set)\\S*|to[-_ ]?be[-_ ]?(?:modified|changed|replaced)|put[-_ ]your[-_ ].*|keyboard[-_ ]cat");
    private static final int WORDS_OF_A_SENTENCE = 5;

    private Defaults() {}

    /** Whether nothing else begins so, so that even a name that says little is enough. */
    static boolean surely(String value) {
        return CHANGE_ME.matcher(value.strip()).matches() || isSentence(value.strip());
    }

    /** Whether one of its words asks to be replaced. */
    static boolean ask(String value) {
        String bare = value.strip();
        return bare.indexOf(' ') < 0
                && (WORDS.contains(bare.toLowerCase(Locale.ROOT))
                        || NameWords.of(bare).stream().anyMatch(WORDS::contains));
    }

    // ThisIsNoSecretPleaseChangeIt: no object has a name of so many words.
    private static boolean isSentence(String bare) {
        List<String> words = bare.indexOf(' ') < 0 ? NameWords.of(bare) : List.of();
        return words.size() >= WORDS_OF_A_SENTENCE && words.stream().anyMatch(WORDS::contains);
    }
}
