package io.stackprofile.core.internal.many;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureSource;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.SourceCapture;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import java.util.List;

/** What callers are told of a comparison. */
public final class CommonReport {

    private CommonReport() {}

    /** The report, each source's values as a parameter set of its name. */
    public static MultiCaptureReport of(List<CaptureSource> sources, List<CaptureReport> reports, CommonStack common) {
        MultiCaptureReport.Builder report = MultiCaptureReport.builder().addAllParameters(common.common());
        for (int i = 0; i < sources.size(); i++) {
            CaptureSource source = sources.get(i);
            ParameterSet.Builder set = ParameterSet.builder();
            set.name(name(source, sources))
                    .description("As stack " + source.stack() + " runs on " + source.cluster() + ".");
            common.values().get(i).forEach((name, value) -> set.putSource(name, new ParameterSource.Value(value)));
            report.addSource(SourceCapture.builder()
                    .source(source)
                    .bindings(set.build())
                    .addAllResiduals(common.residuals().get(i))
                    .report(reports.get(i))
                    .build());
        }
        return report.build();
    }

    private static String name(CaptureSource source, List<CaptureSource> sources) {
        long same = sources.stream()
                .filter(other -> other.cluster().equals(source.cluster()))
                .count();
        return same == 1 ? source.cluster() : source.cluster() + "-" + source.stack();
    }

    /** The version's own report: the leading source's, and a warning for each source that does not come back. */
    public static CaptureReport ofVersion(CaptureReport lead, MultiCaptureReport report) {
        CaptureReport.Builder told = CaptureReport.builder()
                .addAllRedactions(lead.redactions())
                .addAllCleanings(lead.cleanings())
                .addAllLeftOut(lead.leftOut())
                .addAllWarnings(lead.warnings())
                .roundTrip(lead.roundTrip());
        report.sources().stream()
                .filter(source -> !source.exact())
                .forEach(source -> told.addWarning(Finding.builder()
                        .severity(Severity.WARNING)
                        .code("source-differs")
                        .message("stack " + source.source() + " differs in "
                                + source.residuals().size() + " places that no parameter holds")
                        .hint("The capture's report lists them; edit them into a draft, or make profiles apart.")
                        .build()));
        return told.build();
    }
}
