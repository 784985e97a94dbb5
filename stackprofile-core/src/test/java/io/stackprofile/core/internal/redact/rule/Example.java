package io.stackprofile.core.internal.redact.rule;

import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example of a rule: a text whose marks are filled with characters as a vendor draws them. */
final class Example {

    private static final Pattern MARK = Pattern.compile("%([alhudb])([0-9]{1,3})");
    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Map<String, String> ALPHABETS = Map.of(
            "a", LOWER + UPPER + DIGITS,
            "l", LOWER + DIGITS,
            "u", UPPER + DIGITS,
            "h", DIGITS + "abcdef",
            "d", DIGITS,
            "b", LOWER + UPPER + DIGITS + "+/");

    private Example() {}

    /** Fills an example's marks, the same way for the same seed. */
    static String fill(String example, int seed) {
        Random random = new Random(example.hashCode() + 31L * seed);
        Matcher mark = MARK.matcher(
                example.replace("\\\\n", "\u0000").replace("\\n", "\n").replace("\u0000", "\\n"));
        StringBuilder out = new StringBuilder();
        while (mark.find()) {
            String alphabet = ALPHABETS.get(mark.group(1));
            StringBuilder filled = new StringBuilder();
            for (int i = 0; i < Integer.parseInt(mark.group(2)); i++) {
                filled.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            mark.appendReplacement(out, Matcher.quoteReplacement(filled.toString()));
        }
        return mark.appendTail(out).toString();
    }
}
