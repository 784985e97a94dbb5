package io.stackprofile.core.internal.redact.name;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Phrases that may end a name. Immutable. */
final class Phrases {

    private static final int LONGEST = 5;

    private final Map<String, NameVerdict> verdicts;

    Phrases(Map<String, NameVerdict> verdicts) {
        this.verdicts = Map.copyOf(verdicts);
    }

    /** Phrases that say nothing more than that they are there. */
    static Phrases of(Set<String> phrases) {
        return new Phrases(phrases.stream().collect(Collectors.toMap(phrase -> phrase, phrase -> NameVerdict.NOTHING)));
    }

    /**
     * A phrase that ends a name.
     *
     * @param words how many words it has
     * @param verdict what it says
     */
    record Ending(int words, NameVerdict verdict) {}

    /** The longest phrase that ends {@code words}; a plural's s and a number at the end do not count. */
    Optional<Ending> endingOf(List<String> words) {
        String last = words.get(words.size() - 1);
        String bare = withoutNumber(last);
        for (int count = Math.min(LONGEST, words.size()); count > 0; count--) {
            String before = String.join(" ", words.subList(words.size() - count, words.size() - 1));
            for (String head : List.of(last, bare, singular(bare))) {
                NameVerdict verdict = verdicts.get(before.isEmpty() ? head : before + " " + head);
                if (verdict != null) {
                    return Optional.of(new Ending(count, verdict));
                }
            }
        }
        return Optional.empty();
    }

    static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
