package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.stackprofile.spi.redact.SecretRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes format rules of what a caller declares, or says what is wrong with it. */
final class CallerRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final int SHORTEST_KEYWORD = 3;
    private static final int BEFORE = 250;
    private static final int AFTER = 1000;

    private final int number;
    private final SecretRule rule;

    private CallerRules(int number, SecretRule rule) {
        this.number = number;
        this.rule = rule;
    }

    /** The rules in their order, none of which has an id of {@code taken}. */
    static List<FormatRule> of(List<SecretRule> declared, List<FormatRule> taken) {
        Set<String> ids = new HashSet<>();
        taken.forEach(rule -> ids.add(rule.id()));
        List<FormatRule> rules = new ArrayList<>();
        for (SecretRule rule : declared) {
            rules.add(new CallerRules(rules.size() + 1, rule).checked(ids));
        }
        return rules;
    }

    private FormatRule checked(Set<String> ids) {
        require(KEBAB.matches(rule.id()), "its id is not kebab case: lower-case letters, digits and single hyphens");
        require(ids.add(rule.id()), "another rule has the id " + rule.id() + "; give it one of its own");
        require(!rule.description().isBlank(), "it has no description; say what it finds");
        checkKeywords();
        Pattern pattern = pattern();
        require(
                rule.group() >= 0 && rule.group() <= pattern.groupCount(),
                "its pattern has no group " + rule.group() + "; the last one is " + pattern.groupCount());
        require(!pattern.matcher("").find(), "its pattern matches the empty text, so it would match anywhere");
        return new FormatRule(
                rule.id(),
                rule.description().strip(),
                rule.keywords(),
                0,
                false,
                BEFORE,
                AFTER,
                pattern,
                rule.group(),
                Check.NONE,
                rule.confidence(),
                FormatRule.Examples.NONE);
    }

    private void checkKeywords() {
        List<String> keywords = rule.keywords();
        require(!keywords.isEmpty(), "it has no keyword; name a text that every match holds");
        for (int i = 0; i < keywords.size(); i++) {
            String keyword = keywords.get(i);
            require(
                    keyword.length() >= SHORTEST_KEYWORD,
                    "keyword " + (i + 1) + " is shorter than " + SHORTEST_KEYWORD + " characters");
            require(
                    keyword.chars().allMatch(c -> c >= ' ' && c < 0x7F),
                    "keyword " + (i + 1) + " holds more than printable ASCII characters");
        }
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(rule.pattern());
        } catch (PatternSyntaxException unread) {
            throw wrong("its pattern is not one that RE2 reads: " + unread.getDescription());
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException("secret rule " + number + " (" + rule.id() + "): " + problem);
    }
}
