package io.stackprofile.core.internal.redact.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a name apart into the words it is made of. */
public final class NameWords {

    private NameWords() {}

    /** The words of a name in lower case: {@code dbPassword}, {@code DB_PASSWORD} and {@code db.password} have two. */
    public static List<String> of(String name) {
        String own = name.substring(name.lastIndexOf('/') + 1);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < own.length(); i++) {
            char c = own.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                end(words, word);
                continue;
            }
            if (startsWord(own, i)) {
                end(words, word);
            }
            word.append(c);
        }
        end(words, word);
        return words;
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterLower || beforeLower;
    }

    private static void end(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
