package io.stackprofile.samples.cli.print;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Redaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows what was taken out, and never what it was. */
public final class RedactionText {

    private RedactionText() {}

    /** What was found, then what was noticed. */
    public static String report(CaptureReport report) {
        String found = report.redactions().isEmpty() ? "Nothing was found.\n" : list(report.redactions());
        return report.warnings().isEmpty() ? found : found + "\n" + FindingText.list(report.warnings());
    }

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
                    now(redaction),
                    redaction.reason());
        }
        Map<String, Long> counts = redactions.stream()
                .collect(Collectors.groupingBy(Redaction::rule, TreeMap::new, Collectors.counting()));
        Table rules = Table.of("RULE", "PLACES");
        counts.forEach(rules::row);
        return places.render() + "\n" + rules.render();
    }

    private static String now(Redaction redaction) {
        return switch (redaction.action()) {
            case PARAMETERISED ->
                redaction.parameter().map(name -> "parameter " + name).orElse("a parameter");
            case MASKED -> "[redacted]";
            case ALLOWED -> "left, allowed";
            case REPORTED -> "found";
        };
    }
}
