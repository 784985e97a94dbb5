package io.stackprofile.core.internal.redact.name;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values that many stacks share: redacted where they stand, never searched for elsewhere, never merged. */
public final class CommonWords {

    private static final Map<String, String> REASONS = read();

    private CommonWords() {}

    public static boolean contains(String value) {
        return REASONS.containsKey(value.toLowerCase(Locale.ROOT));
    }

    public static Set<String> all() {
        return REASONS.keySet();
    }

    public static String reason(String word) {
        return REASONS.getOrDefault(word, "");
    }

    private static Map<String, String> read() {
        Map<String, String> reasons = new HashMap<>();
        for (String line : Resources.lines(CommonWords.class, "common-words.tsv")) {
            int tab = line.indexOf('\t');
            if (!line.startsWith("#") && tab > 0) {
                reasons.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return reasons;
    }
}
