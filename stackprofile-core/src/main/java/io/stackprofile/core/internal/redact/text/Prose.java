package io.stackprofile.core.internal.redact.text;

import java.util.Locale;
import java.util.Set;

/** Tells a word of a sentence from a value: {@code Wrong password: please try again}. */
public final class Prose {

    // Words that join others; no one has them for a password in a sentence's middle.
    private static final Set<String> JOINING = Set.of(
            "a",
            "an",
            "the",
            "to",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "and",
            "or",
            "not",
            "no",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "must",
            "should",
            "can",
            "cannot",
            "will",
            "may",
            "if",
            "when",
            "as",
            "that",
            "this",
            "it",
            "its",
            "your",
            "please",
            "option",
            "options",
            "flag",
            "parameter",
            "argument",
            "value",
            "expected",
            "invalid",
            "missing",
            "got",
            "via",
            "using",
            "instead",
            "only",
            "does",
            "did",
            "but",
            "try",
            "see");

    private Prose() {}

    /** Whether the bare word at {@code from..to} stands in a sentence. */
    static boolean isWord(String text, int from, int to) {
        String word = text.substring(from, to);
        if (!word.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == ',' || c == '.')) {
            return false;
        }
        return JOINING.contains(word.toLowerCase(Locale.ROOT)) && goesOn(text, to);
    }

    /** Whether the bare word at {@code from..to} is followed by another that names nothing. */
    static boolean isSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        int next = Lines.skip(text, to, text.length());
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return next > to && end > next && (end == text.length() || " ,.\n".indexOf(text.charAt(end)) >= 0);
    }

    /** Whether a text asks for a value rather than being it. */
    public static boolean isPrompt(String value) {
        String bare = value.strip();
        return bare.endsWith(":") || (bare.endsWith("?") && bare.indexOf(' ') > 0);
    }

    private static boolean goesOn(String text, int to) {
        int next = Lines.skip(text, to, text.length());
        return next > to && next < text.length() && Character.isLetterOrDigit(text.charAt(next));
    }
}
