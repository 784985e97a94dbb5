package io.stackprofile.capture;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an override must be. Its messages name the field and repeat nothing of it. */
final class OverrideChecks {

    private static final int LONGEST = 500;

    private OverrideChecks() {}

    static void check(RedactionOverride override) {
        require(
                !override.reason().isBlank() && isLine(override.reason()),
                "reason: an override needs one, a line of at most " + LONGEST + " characters");
        override.kind().ifPresent(kind -> requireWord("kind", kind));
        override.rule().ifPresent(rule -> requireWord("rule", rule));
        override.member().ifPresent(OverrideChecks::requireMember);
        override.path().ifPresent(OverrideChecks::requirePath);
        if (override.effect() == RedactionOverride.Effect.DENY) {
            require(override.rule().isEmpty(), "rule: a deny covers values whatever would find them; leave it out");
            require(override.path().isPresent(), "path: a deny needs one");
        }
        boolean narrow = override.kind().isPresent()
                || override.rule().isPresent()
                || isNarrow(override.member())
                || isNarrow(override.path());
        require(
                narrow,
                "member, kind, path, rule: the override covers everything; set one of them to less than everything");
    }

    private static void requireMember(String glob) {
        require(isLine(glob) && !glob.isBlank(), "member: it is a glob over manifest/NAME or addon/NAME");
        boolean kind = glob.startsWith("*") || glob.startsWith("manifest/") || glob.startsWith("addon/");
        require(kind, "member: it begins with manifest/, addon/ or *");
        requireSegments("member", glob, "/");
    }

    private static void requirePath(String glob) {
        require(isLine(glob) && !glob.isBlank(), "path: it is a glob over the keys from the document's root");
        boolean pointer = glob.startsWith("/");
        require(
                !pointer || !glob.replace("~0", "").replace("~1", "").contains("~"),
                "path: in a pointer, ~ is written ~0 and / within a key ~1");
        requireSegments("path", pointer ? glob.substring(1) : glob, pointer ? "/" : ".");
    }

    private static void requireSegments(String field, String glob, String separator) {
        for (String segment : glob.split(Pattern.quote(separator), -1)) {
            require(!segment.isEmpty(), field + ": it has an empty segment");
            require(
                    segment.equals("**") || !segment.contains("**"),
                    field + ": ** stands alone in its segment; write * for any characters within one");
        }
    }

    private static void requireWord(String field, String word) {
        require(
                !word.isBlank() && isLine(word) && word.indexOf('*') < 0,
                field + ": it is compared to the character; leave it out for any");
    }

    private static boolean isNarrow(Optional<String> glob) {
        return glob.filter(text -> text.chars().anyMatch(c -> c != '*' && c != '/' && c != '.'))
                .isPresent();
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
