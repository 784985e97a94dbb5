package io.stackprofile.samples.cli.print;

import io.stackprofile.capture.Redaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows what was taken out, and never what it was. */
public final class RedactionText {

    private RedactionText() {}

    /** Every place, then how often each rule found something. */
    public static String list(List<Redaction> redactions) {
        if (redactions.isEmpty()) {
            return "Nothing was redacted.\n";
        }
        Table places = Table.of("PLACE", "RULE", "CONFIDENCE", "NOW", "WHY");
        for (Redaction redaction : redactions) {
            places.row(
                    redaction.location().describe(),
                    redaction.rule(),
                    ProfileText.word(redaction.confidence()),
                    redaction.parameter().map(name -> "parameter " + name).orElse("[redacted]"),
                    redaction.reason());
        }
        Map<String, Long> counts = redactions.stream()
                .collect(Collectors.groupingBy(Redaction::rule, TreeMap::new, Collectors.counting()));
        Table rules = Table.of("RULE", "PLACES");
        counts.forEach(rules::row);
        return places.render() + "\n" + rules.render();
    }
}
