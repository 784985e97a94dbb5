package io.stackprofile.core.internal.codec;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a capture took out and noticed, as a tree. */
final class ReportTree {

    private static final List<String> REPORT = List.of("redactions", "cleanings", "leftOut", "warnings", "roundTrip");
    private static final List<String> REDACTION = List.of(
            "rule", "location", "reason", "decoded", "span", "confidence", "action", "parameter", "sweepExempt");
    private static final List<String> SPAN = List.of("start", "end");
    private static final List<String> CLEANING = List.of("rule", "location", "reason");
    private static final List<String> LEFT_OUT = List.of("rule", "apiVersion", "kind", "namespace", "name", "reason");
    private static final List<String> FINDING = List.of("severity", "code", "location", "message", "hint");

    private ReportTree() {}

    static Map<String, Object> of(CaptureReport report) {
        return new Entries()
                .put("redactions", report.redactions(), ReportTree::of)
                .put("cleanings", report.cleanings(), ReportTree::of)
                .put("leftOut", report.leftOut(), ReportTree::of)
                .put("warnings", report.warnings(), ReportTree::of)
                .put("roundTrip", report.roundTrip().map(RoundTripTree::of))
                .map();
    }

    static CaptureReport read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, REPORT);
        return CaptureReport.builder()
                .addAllRedactions(fields.list("redactions", ReportTree::redaction))
                .addAllCleanings(fields.list("cleanings", ReportTree::cleaning))
                .addAllLeftOut(fields.list("leftOut", ReportTree::leftOut))
                .addAllWarnings(fields.list("warnings", ReportTree::finding))
                .roundTrip(fields.optionalValue("roundTrip", RoundTripTree::read))
                .build();
    }

    private static Map<String, Object> of(Redaction redaction) {
        return new Entries()
                .put("rule", redaction.rule())
                .put("location", LocationTree.of(redaction.location()))
                .put("reason", redaction.reason())
                .put("decoded", redaction.decoded(), step -> step)
                .put("span", redaction.span().map(ReportTree::of))
                .put("confidence", Fields.label(redaction.confidence()))
                .put("action", Fields.label(redaction.action()))
                .put("parameter", redaction.parameter())
                .put("sweepExempt", redaction.sweepExempt())
                .map();
    }

    private static Redaction redaction(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, REDACTION);
        return Redaction.builder()
                .rule(fields.text("rule"))
                .location(fields.value("location", LocationTree::read))
                .reason(fields.text("reason"))
                .addAllDecoded(fields.texts("decoded"))
                .span(fields.optionalValue("span", ReportTree::span))
                .confidence(fields.choice("confidence", Redaction.Confidence.values()))
                .action(fields.choice("action", Redaction.Action.values()))
                .parameter(fields.optionalText("parameter"))
                .sweepExempt(fields.flag("sweepExempt"))
                .build();
    }

    private static Map<String, Object> of(Redaction.Span span) {
        return new Entries()
                .put("start", (long) span.start())
                .put("end", (long) span.end())
                .map();
    }

    private static Redaction.Span span(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, SPAN);
        int start = fields.number("start");
        int end = fields.number("end");
        return fields.build(() -> new Redaction.Span(start, end));
    }

    private static Map<String, Object> of(Cleaning cleaning) {
        return new Entries()
                .put("rule", cleaning.rule())
                .put("location", LocationTree.of(cleaning.location()))
                .put("reason", cleaning.reason())
                .map();
    }

    private static Cleaning cleaning(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, CLEANING);
        return Cleaning.builder()
                .rule(fields.text("rule"))
                .location(fields.value("location", LocationTree::read))
                .reason(fields.text("reason"))
                .build();
    }

    private static Map<String, Object> of(LeftOut left) {
        return new Entries()
                .put("rule", left.rule())
                .put("apiVersion", left.apiVersion())
                .put("kind", left.kind())
                .put("namespace", left.namespace())
                .put("name", left.name())
                .put("reason", left.reason())
                .map();
    }

    private static LeftOut leftOut(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, LEFT_OUT);
        return new LeftOut(
                fields.text("rule"),
                fields.text("apiVersion"),
                fields.text("kind"),
                fields.optionalText("namespace"),
                fields.text("name"),
                fields.text("reason"));
    }

    private static Map<String, Object> of(Finding finding) {
        return new Entries()
                .put("severity", Fields.label(finding.severity()))
                .put("code", finding.code())
                .put("location", LocationTree.of(finding.location()))
                .put("message", finding.message())
                .put("hint", finding.hint())
                .map();
    }

    private static Finding finding(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, FINDING);
        return Finding.builder()
                .severity(fields.choice("severity", Severity.values()))
                .code(fields.text("code"))
                .location(fields.value("location", LocationTree::read))
                .message(fields.text("message"))
                .hint(fields.optionalText("hint"))
                .build();
    }
}
