package io.stackprofile.core.internal.redact.name;

import java.util.List;
import java.util.Set;

/**
 * Judges a key by its head noun: {@code dbPassword} names a password, {@code passwordFile} names a file. Immutable and
 * thread-safe.
 */
public final class CredentialNames {

    private static final Set<String> STRONG_HEADS = Words.set("strong");
    private static final Set<String> LIKELY_HEADS = Words.set("likely");
    private static final List<String> STRONG_ENDINGS = Words.list("strong-ending");
    private static final List<String> LIKELY_ENDINGS = Words.list("likely-ending");
    private static final Set<String> FIRM = Words.set("firm");
    private static final Set<String> PLAIN_KEYS = Words.set("plain-key");
    private static final Set<String> PASSWORDS = Words.set("passwords");
    private static final Set<String> NEVER = Words.set("never");
    private static final Set<String> TRAILERS = Words.set("trailer");

    private CredentialNames() {}

    /** What the library's own word lists say. */
    public static CredentialNames builtIn() {
        return new CredentialNames();
    }

    /** What {@code name} says about its value. */
    public Strength of(String name) {
        List<String> words = NameWords.of(name);
        while (words.size() > 1 && (TRAILERS.contains(last(words)) || isNumber(last(words)))) {
            words.remove(words.size() - 1);
        }
        if (words.isEmpty() || name.startsWith("checksum/") || words.stream().anyMatch(NEVER::contains)) {
            return Strength.NONE;
        }
        String head = singular(withoutNumber(last(words)));
        if (STRONG_HEADS.contains(head) || endsLikePassword(head) || endsIn(words, STRONG_ENDINGS)) {
            return Strength.STRONG;
        }
        if (endsIn(words, LIKELY_ENDINGS)) {
            return Strength.LIKELY;
        }
        if (head.equals("key")) {
            return keyWith(words.subList(0, words.size() - 1));
        }
        if (!LIKELY_HEADS.contains(head) && !endsLikeCredential(head)) {
            return Strength.NONE;
        }
        boolean firm = (head.equals("secret") || head.equals("token"))
                && words.size() > 1
                && FIRM.contains(words.get(words.size() - 2));
        return firm ? Strength.FIRM : Strength.LIKELY;
    }

    /** Whether a name is a plural of a password's, so that a mapping under it has passwords whatever its keys are. */
    public boolean isListOfPasswords(String name) {
        List<String> words = NameWords.of(name);
        return !words.isEmpty() && PASSWORDS.contains(last(words));
    }

    private static Strength keyWith(List<String> modifiers) {
        if (modifiers.isEmpty() || modifiers.stream().anyMatch(PLAIN_KEYS::contains)) {
            return Strength.NONE;
        }
        return Strength.LIKELY;
    }

    private static boolean endsIn(List<String> words, List<String> endings) {
        String phrase = String.join(" ", words);
        return endings.stream().anyMatch(phrase::endsWith);
    }

    private static boolean endsLikePassword(String word) {
        return word.endsWith("password") || word.endsWith("passwd") || word.endsWith("passphrase");
    }

    private static boolean endsLikeCredential(String word) {
        return word.length() > 6
                && (word.endsWith("secret") || word.endsWith("token") || word.endsWith("apikey"))
                && !word.equals("nosecret");
    }

    private static String singular(String word) {
        return word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
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

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
