package io.stackprofile.core.internal.redact.rule;

import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.spi.redact.SecretRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All credential formats; a text is matched only against those of which it holds a keyword. */
public final class FormatRules {

    private static final FormatRules ALL = read();

    private final List<FormatRule> rules;
    private final KeywordIndex keywords;

    private FormatRules(List<FormatRule> rules) {
        this.rules = List.copyOf(rules);
        this.keywords =
                new KeywordIndex(rules.stream().map(FormatRule::keywords).toList());
    }

    public static FormatRules builtIn() {
        return ALL;
    }

    /**
     * The caller's formats, then the built-in ones.
     *
     * @throws IllegalArgumentException when one of the caller's cannot work; the message says which and why
     */
    public static FormatRules with(List<SecretRule> declared) {
        List<FormatRule> rules = new ArrayList<>(CallerRules.of(declared, ALL.rules));
        rules.addAll(ALL.rules);
        return new FormatRules(rules);
    }

    public List<FormatRule> rules() {
        return rules;
    }

    /** What is found in {@code text}; of overlapping hits the one of the earlier rule stays. */
    public List<Hit> find(String text) {
        BitSet possible = keywords.in(text);
        if (possible.isEmpty()) {
            return List.of();
        }
        int run = longestRun(text);
        List<Hit> hits = new ArrayList<>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            if (rules.get(i).run() <= run) {
                Hits.addFree(hits, rules.get(i).find(text));
            }
        }
        return Hits.sorted(hits);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) > ' ' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static FormatRules read() {
        List<FormatRule> rules = new ArrayList<>();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(Resources.lines(FormatRules.class, "formats.rules"));
        lines.add("");
        for (String line : lines) {
            if (line.isBlank() && !fields.isEmpty()) {
                rules.add(FormatRule.of(fields));
                fields = new LinkedHashMap<>();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 2).strip());
            }
        }
        return new FormatRules(rules);
    }
}
