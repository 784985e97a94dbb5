package io.stackprofile.core.internal.redact.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes apart words that were run together: {@code mysqlrootpassword}, {@code apitoken}, {@code dbpass}. */
final class GluedWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern CREDENTIAL =
            Pattern.compile("password|passphrase|passwd|secret|token", Pattern.CASE_INSENSITIVE);
    private static final Pattern ODD = Pattern.compile("[a-z][A-Z]");
    private static final int LAST_LATIN = 0x24F;
    private static final int SHORTEST = 5;
    // By their last two letters, the longest first: every key of every document is asked for.
    private static final Map<String, List<Glued>> ENDINGS = Words.list("glued").stream()
            .map(phrase -> new Glued(phrase.replace(" ", ""), List.of(phrase.split(" "))))
            .sorted(Comparator.comparing(Glued::length).reversed())
            .collect(Collectors.groupingBy(glued -> tail(glued.text())));
    private static final Set<String> OWNERS = Words.set("glued-pass");
    private static final List<String> SHORT = List.of("pass", "pwd", "pw");

    private GluedWords() {}

    private record Glued(String text, List<String> words) {
        int length() {
            return text.length();
        }
    }

    /** The words of a name, without accents, those run together taken apart. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : NameWords.of(usual(name))) {
            add(plain(word), words);
        }
        return words;
    }

    // paSSword, passWord and toKen are the words they would be without their capitals.
    private static String usual(String name) {
        return ODD.matcher(name).find()
                ? CREDENTIAL.matcher(name).replaceAll(found -> {
                    String word = found.group();
                    boolean odd = !word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT))
                            && !word.equals(word.toUpperCase(Locale.ROOT));
                    return odd
                            ? word.substring(0, 1).toUpperCase(Locale.ROOT)
                                    + word.substring(1).toLowerCase(Locale.ROOT)
                            : word;
                })
                : name;
    }

    private static void add(String word, List<String> words) {
        String bare = Phrases.singular(word);
        if (splitAt(word, "", words) || (!bare.equals(word) && splitAt(bare, "s", words))) {
            return;
        }
        for (String ending : SHORT) {
            String owner = word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
            if (OWNERS.contains(owner)) {
                words.addAll(List.of(owner, ending));
                return;
            }
        }
        words.add(word);
    }

    private static boolean splitAt(String word, String plural, List<String> words) {
        if (word.length() < SHORTEST) {
            return false;
        }
        for (Glued glued : ENDINGS.getOrDefault(tail(word), List.of())) {
            if (word.endsWith(glued.text())) {
                split(word, glued, plural, words);
                return true;
            }
        }
        return false;
    }

    private static String tail(String word) {
        return word.substring(word.length() - 2);
    }

    private static void split(String word, Glued glued, String plural, List<String> words) {
        addNotEmpty(word.substring(0, word.length() - glued.length()), words);
        List<String> own = glued.words();
        words.addAll(own.subList(0, own.size() - 1));
        words.add(own.get(own.size() - 1) + plural);
    }

    private static void addNotEmpty(String word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static String plain(String word) {
        boolean ascii = word.chars().allMatch(c -> c < 128);
        boolean latin = word.chars().allMatch(c -> c <= LAST_LATIN);
        return ascii || !latin
                ? word
                : ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .replaceAll("");
    }
}
