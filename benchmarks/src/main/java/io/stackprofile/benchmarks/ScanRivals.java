package io.stackprofile.benchmarks;

import com.google.re2j.Matcher;
import io.stackprofile.core.internal.redact.rule.FormatRule;
import io.stackprofile.core.internal.redact.rule.FormatRules;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.KeywordIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Other ways to search a text with the same rules, the same patterns and the same engine for them. */
final class ScanRivals {

    private final List<FormatRule> rules;
    private final KeywordIndex keywords;

    ScanRivals(FormatRules rules) {
        this.rules = rules.rules();
        this.keywords = new KeywordIndex(
                rules.rules().stream().map(FormatRule::keywords).toList());
    }

    /** The pass that finds keywords, and nothing else: the floor. */
    BitSet keywordsOnly(String text) {
        return keywords.in(text);
    }

    /** Each rule on the whole text. */
    List<String> oneByOne(String text) {
        BitSet all = new BitSet();
        all.set(0, rules.size());
        return search(text, all);
    }

    /** Each rule of which a keyword occurs, on the whole text. */
    List<String> prefiltered(String text) {
        return search(text, keywords.in(text));
    }

    /** A hit as text: where, and of which rule. */
    static String told(int from, int to, String rule) {
        return from + "-" + to + " " + rule;
    }

    static List<String> told(List<Hit> hits) {
        return hits.stream().map(hit -> told(hit.from(), hit.to(), hit.rule())).toList();
    }

    private List<String> search(String text, BitSet which) {
        List<int[]> spans = new ArrayList<>();
        for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
            FormatRule rule = rules.get(i);
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                int from = matcher.start(rule.group());
                int to = matcher.end(rule.group());
                boolean free = spans.stream().noneMatch(span -> from < span[1] && span[0] < to);
                if (from < to && free && rule.check().accepts(text.substring(from, to))) {
                    spans.add(new int[] {from, to, i});
                }
            }
        }
        spans.sort(Comparator.comparingInt(span -> span[0]));
        return spans.stream()
                .map(span -> told(span[0], span[1], rules.get(span[2]).id()))
                .toList();
    }
}
