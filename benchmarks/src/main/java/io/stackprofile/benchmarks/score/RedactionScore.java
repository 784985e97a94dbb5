package io.stackprofile.benchmarks.score;

import io.stackprofile.Limits;
import io.stackprofile.error.StackProfileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores redaction on a corpus of labelled places: precision, recall and false-positive rate, in total and for each kind
 * of place. Each document is captured alone. Started by {@code benchmarks/redaction-score}.
 */
public final class RedactionScore {

    private static final String USAGE = "redaction-score CORPUS.jsonl[.gz] [--misses FILE] [--show-values]";

    private final Captures captures;
    private final boolean showValues;
    private final Map<String, Captured> documents = new HashMap<>();
    private final Tally total = new Tally();
    private final Map<String, Tally> byLoc = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    /** A captured document, or why capture refused it. */
    private record Captured(Outcome outcome, String refusal) {}

    private RedactionScore(Captures captures, boolean showValues) {
        this.captures = captures;
        this.showValues = showValues;
    }

    /** Scores the corpus named by the arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Arguments given;
        try {
            given = Arguments.of(arguments, List.of("--misses"), List.of("--show-values"));
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "\nusage: " + USAGE);
            return 2;
        }
        try {
            score(given, out);
            return 0;
        } catch (BadCorpusException bad) {
            err.println(given.file() + ": " + bad.getMessage());
        } catch (IOException failed) {
            err.println("cannot read or write: " + failed.getMessage());
        }
        return 1;
    }

    private static void score(Arguments given, PrintStream out) throws IOException {
        List<LabelledPlace> places = LabelledPlace.read(given.file());
        try (Captures captures = new Captures(Limits.defaults())) {
            RedactionScore score = new RedactionScore(captures, given.flag("--show-values"));
            places.forEach(score::add);
            score.print(out);
            if (given.option("--misses").isPresent()) {
                Files.write(Path.of(given.option("--misses").get()), score.misses, StandardCharsets.UTF_8);
            }
        }
    }

    private void add(LabelledPlace place) {
        Captured captured = documents.computeIfAbsent(place.doc(), this::capture);
        Verdict verdict = captured.refusal().isEmpty()
                ? Scoring.judge(place, captured.outcome())
                : Verdict.of(Verdict.Kind.REFUSED, captured.refusal());
        total.add(place, verdict);
        byLoc.computeIfAbsent(place.loc(), loc -> new Tally()).add(place, verdict);
        if (!verdict.right()) {
            misses.add(miss(place, verdict, captured.outcome()));
        }
    }

    private Captured capture(String document) {
        try {
            return new Captured(Outcome.of(captures.capture(List.of(Captures.member("labelled", document)))), "");
        } catch (StackProfileException refused) {
            return new Captured(
                    new Outcome("", "", List.of(), List.of()), "capture refused the document: " + refused.code());
        }
    }

    private String miss(LabelledPlace place, Verdict verdict, Outcome outcome) {
        List<String> columns = new ArrayList<>(List.of(
                place.id(),
                place.loc(),
                place.path(),
                verdict.kind().name().toLowerCase(Locale.ROOT),
                verdict.reason(),
                String.join(",", verdict.rules())));
        if (showValues) {
            columns.add(place.value());
            columns.add(Outcome.scalar(place.doc(), place.path())
                    .map(leaf -> leaf.text())
                    .orElse(""));
            columns.add(
                    outcome.inTemplate(place.path()).map(leaf -> leaf.text()).orElse(""));
        }
        return String.join("\t", columns.stream().map(RedactionScore::onOneLine).toList());
    }

    private static String onOneLine(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private void print(PrintStream out) {
        out.println(total.line("total"));
        byLoc.forEach((loc, tally) -> out.println(tally.line(loc)));
    }
}
