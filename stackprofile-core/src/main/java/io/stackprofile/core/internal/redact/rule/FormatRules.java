package io.stackprofile.core.internal.redact.rule;

import io.stackprofile.spi.redact.SecretRule;
import java.util.ArrayList;
import java.util.List;

/**
 * All credential formats. One pass over a text finds every keyword of every rule; only around its keywords is a rule's
 * pattern tried. Immutable and thread-safe.
 */
public final class FormatRules {

    private static final FormatRules BUILT_IN = new FormatRules(RuleTable.read());

    private final List<FormatRule> rules;
    private final KeywordIndex keywords;

    private FormatRules(List<FormatRule> rules) {
        this.rules = List.copyOf(rules);
        this.keywords =
                new KeywordIndex(rules.stream().map(FormatRule::keywords).toList());
    }

    public static FormatRules builtIn() {
        return BUILT_IN;
    }

    /**
     * The caller's formats, then the built-in ones.
     *
     * @throws IllegalArgumentException when one of the caller's cannot work; the message says which and why
     */
    public static FormatRules with(List<SecretRule> declared) {
        List<FormatRule> rules = new ArrayList<>(CallerRules.of(declared, BUILT_IN.rules));
        rules.addAll(BUILT_IN.rules);
        return new FormatRules(rules);
    }

    /** These rules and no others. */
    public static FormatRules of(List<FormatRule> rules) {
        return new FormatRules(rules);
    }

    public List<FormatRule> rules() {
        return rules;
    }

    /** What is found in {@code text}, in order; of overlapping hits the one of the earlier rule stays. */
    public List<Hit> find(String text) {
        Windows windows = windows(text);
        return windows.isEmpty() ? List.of() : search(text, windows).hits();
    }

    /** The search of {@code text}, with what it took. */
    WindowSearch search(String text) {
        return search(text, windows(text));
    }

    private Windows windows(String text) {
        Windows windows = new Windows(rules, text);
        keywords.each(text, windows::open);
        return windows;
    }

    private WindowSearch search(String text, Windows windows) {
        WindowSearch search = new WindowSearch(text);
        for (int i = 0; i < rules.size(); i++) {
            search.search(rules.get(i), windows.of(i));
        }
        return search;
    }
}
