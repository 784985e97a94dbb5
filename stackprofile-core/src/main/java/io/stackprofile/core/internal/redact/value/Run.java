package io.stackprofile.core.internal.redact.value;

import java.util.Locale;

/**
 * What a run of letters and digits is made of.
 *
 * @param letters how many letters
 * @param digits how many digits
 * @param vowels how many vowels, y included
 * @param distinct how many different characters
 * @param digitChanges how often it goes from letters to digits or back
 * @param caseChanges how often it goes from lower case to upper case or back
 * @param shortWords how many runs of one case are shorter than three letters
 * @param longestConsonants the longest run of consonants
 */
public record Run(
        int letters,
        int digits,
        int vowels,
        int distinct,
        int digitChanges,
        int caseChanges,
        int shortWords,
        int longestConsonants) {

    public static Run of(String text) {
        Counter counter = new Counter();
        for (int i = 0; i < text.length(); i++) {
            counter.see(text.charAt(i));
        }
        return counter.done(
                (int) text.toLowerCase(Locale.ROOT).chars().distinct().count());
    }

    private static final class Counter {
        private int letters;
        private int digits;
        private int vowels;
        private int digitChanges;
        private int caseChanges;
        private int shortWords;
        private int consonants;
        private int longest;
        private int word;
        private char before;

        void see(char c) {
            boolean digit = Character.isDigit(c);
            boolean letter = Character.isLetter(c);
            digits += digit ? 1 : 0;
            letters += letter ? 1 : 0;
            if ((digit && Character.isLetter(before)) || (letter && Character.isDigit(before))) {
                digitChanges++;
            }
            boolean turn =
                    letter && Character.isLetter(before) && Character.isUpperCase(c) != Character.isUpperCase(before);
            caseChanges += turn ? 1 : 0;
            if (!letter || (turn && Character.isUpperCase(c))) {
                endWord();
            }
            word += letter ? 1 : 0;
            seeSound(c, letter);
            before = c;
        }

        private void seeSound(char c, boolean letter) {
            boolean vowel = "aeiouyAEIOUY".indexOf(c) >= 0;
            vowels += vowel ? 1 : 0;
            consonants = letter && !vowel ? consonants + 1 : 0;
            longest = Math.max(longest, consonants);
        }

        private void endWord() {
            shortWords += word > 0 && word < 3 ? 1 : 0;
            word = 0;
        }

        Run done(int distinct) {
            endWord();
            return new Run(letters, digits, vowels, distinct, digitChanges, caseChanges, shortWords, longest);
        }
    }
}
