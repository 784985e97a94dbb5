package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the library's own format rules from their files; the head of the first says what a row holds. */
final class RuleTable {

    private static final List<String> FILES = List.of("tokens.rules", "hooks.rules", "vendors.rules", "formats.rules");
    private static final String AROUND = "16 256";
    private static final String NEAR = "0 200";
    private static final Pattern AT_WORD = Pattern.compile("(?:\\(\\?i\\))?\\\\b");

    // What may stand between a vendor's name and its credential on one line.
    private static final String NAMED =
            "[A-Za-z0-9_. -]{0,30}?(?i:key|token|secret|pass|passw(?:or)?d|passphrase|pwd|auth|"
                    + "creds?|credentials?|login)(?:s|[_-]?[0-9]{1,2})?\\\\?[\"'\\x60]?[ \\t]{0,5}(?:=>|:=|[=:,>])[ \\t]{0,5}"
                    + "\\\\?[\"'\\x60]?(";
    private static final String ENDED = ")(?:$|[^A-Za-z0-9_./+=-]|[.](?:$|\\s))";

    private final Map<String, List<String>> fields;

    private RuleTable(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static List<FormatRule> read() {
        List<FormatRule> rules = new ArrayList<>();
        for (String file : FILES) {
            Map<String, List<String>> row = new LinkedHashMap<>();
            List<String> lines = new ArrayList<>(Resources.lines(RuleTable.class, file));
            lines.add("");
            for (String line : lines) {
                if (line.isBlank() && !row.isEmpty()) {
                    rules.add(new RuleTable(row).rule());
                    row = new LinkedHashMap<>();
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    row.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                            .add(line.substring(colon + 2).strip());
                }
            }
        }
        return rules;
    }

    private FormatRule rule() {
        List<String> keywords = Stream.of(one("keywords").split(" ", -1))
                .map(keyword -> keyword.replace("\\x20", " "))
                .toList();
        boolean near = fields.containsKey("near");
        String pattern = near ? near(keywords, one("near")) : one("pattern");
        String[] window = optional("window", near ? NEAR : AROUND).split(" ", -1);
        int before = Integer.parseInt(window[0]);
        return new FormatRule(
                one("rule"),
                one("says"),
                keywords,
                Integer.parseInt(optional("run", "0")),
                before == 0 && AT_WORD.matcher(pattern).lookingAt(),
                before,
                Integer.parseInt(window[1]),
                Pattern.compile(pattern),
                1,
                Check.valueOf(constant(optional("check", "none"))),
                Confidence.valueOf(constant(optional("confidence", "high"))),
                new FormatRule.Examples(all("match"), all("other"), all("shared")));
    }

    private static String near(List<String> vendors, String value) {
        List<String> quoted = vendors.stream().map(Pattern::quote).toList();
        return "(?i:" + String.join("|", quoted) + ")" + NAMED + value + ENDED;
    }

    private List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    private String optional(String name, String otherwise) {
        return fields.containsKey(name) ? one(name) : otherwise;
    }

    private String one(String name) {
        List<String> values = all(name);
        if (values.size() != 1) {
            throw new IllegalStateException("a format rule needs one " + name + ": " + fields.get("rule"));
        }
        return values.get(0);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
