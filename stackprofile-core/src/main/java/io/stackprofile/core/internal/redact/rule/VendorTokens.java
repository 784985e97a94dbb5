package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.core.internal.redact.value.Run;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds tokens of vendors nobody has listed: since secret scanning became common, issuers write a short prefix of their own
 * before what they draw at random. Identifiers that may be known, checksums and names have that shape too: the prefix, and
 * whether what follows looks drawn from both cases, tell them apart.
 */
public final class VendorTokens {

    private static final int SHORTEST = 26;
    private static final int LONGEST = 200;
    private static final int SHORTEST_PART = 18;
    private static final int SHORTEST_LOWER = 24;
    private static final int SHORTEST_HEX = 40;
    private static final int SHORTEST_UNSAID = 32;

    private static final Pattern PREFIX = Pattern.compile(
            "((?:[a-z][a-z0-9]{1,11}|[A-Z][A-Z0-9]{2,7})(?:[_-](?:[a-z][a-z0-9]{0,11}|[0-9]x?[0-9]?))*)([_.-]).*");
    private static final Pattern UUID = Pattern.compile(
            ".*[_-](?:prod|production|live|sandbox|staging|test)[_-][0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern LOWER = Pattern.compile("[0-9a-z]+(?:-[0-9a-z]+)*");
    private static final Set<String> PUBLIC = words("public");
    private static final Set<String> SECRET = words("secret");

    private VendorTokens() {}

    private static Set<String> words(String list) {
        return Resources.lines(VendorTokens.class, "prefixes.tsv").stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> row.length == 3 && row[0].equals(list))
                .map(row -> row[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The tokens in {@code text}, in order. */
    public static List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isPart(text.charAt(i))) {
                int end = trimmed(text, from, i);
                int length = end - from;
                if (length >= SHORTEST && length <= LONGEST && isFree(text, from, end) && isToken(text, from, end)) {
                    hits.add(hit(text, from, end));
                }
                from = i + 1;
            }
        }
        return hits;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.".indexOf(c) >= 0;
    }

    private static int trimmed(String text, int from, int to) {
        int end = to;
        while (end > from && "_-.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    // Within an address, an image's tag, a path or a call it is a name.
    private static boolean isFree(String text, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = to == text.length() ? ' ' : text.charAt(to);
        return "/:@#%~+$\\{[-".indexOf(before) < 0 && "/:@(%+$[{*".indexOf(after) < 0;
    }

    private static boolean isToken(String text, int from, int to) {
        String token = text.substring(from, to);
        Matcher prefix = PREFIX.matcher(token);
        if (!prefix.matches()) {
            return false;
        }
        List<String> words = List.of(prefix.group(1).toLowerCase(Locale.ROOT).split("[_-]"));
        if (UUID.matcher(token).matches()) {
            return !isPublic(words.get(0));
        }
        if (words.stream().anyMatch(VendorTokens::isPublic)) {
            return false;
        }
        boolean secret = words.stream().anyMatch(VendorTokens::isSecret);
        return isDrawn(token.substring(prefix.end(2)), prefix.group(2), secret);
    }

    private static boolean isDrawn(String body, String sign, boolean secret) {
        if (HEX.matcher(body).matches()) {
            return sign.equals("_") && body.length() >= SHORTEST_HEX && ValueShape.generated(body);
        }
        if (LOWER.matcher(body).matches()) {
            int shortest = secret ? SHORTEST_LOWER : SHORTEST_UNSAID;
            return (secret || (sign.equals("_") && body.indexOf('-') < 0))
                    && body.length() >= shortest
                    && Run.of(body).digitChanges() >= shortest / 4;
        }
        String longest = "";
        for (String part : body.split("[._-]", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest.length() >= SHORTEST_PART && (body.length() >= SHORTEST_LOWER) && isMixed(longest);
    }

    // Names in camel case have words in them; what is drawn at random changes its case at every other letter.
    private static boolean isMixed(String part) {
        Run run = Run.of(part);
        if (run.digitChanges() >= 4
                && run.caseChanges() >= 3
                && (run.caseChanges() + run.digitChanges()) * 2 >= part.length()) {
            return ValueShape.generated(part);
        }
        return run.digits() >= 2
                && run.caseChanges() * 4 >= part.length()
                && run.shortWords() * 8 >= part.length()
                && ValueShape.generated(part);
    }

    private static boolean isPublic(String word) {
        return PUBLIC.contains(word) || word.endsWith("id") || word.matches("(?:sha|md)[0-9]{1,3}");
    }

    private static boolean isSecret(String word) {
        return SECRET.stream().anyMatch(word::endsWith);
    }

    private static Hit hit(String text, int from, int to) {
        return new Hit(
                from,
                to,
                text.substring(from, to),
                Filter.NONE,
                "vendor-token",
                "It looks like a token: a short prefix before what was drawn at random.",
                Confidence.MEDIUM,
                List.of());
    }
}
