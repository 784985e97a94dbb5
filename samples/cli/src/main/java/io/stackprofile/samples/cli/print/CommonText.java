package io.stackprofile.samples.cli.print;

import io.stackprofile.capture.CommonParameter;
import io.stackprofile.capture.SourceCapture;
import io.stackprofile.capture.SourceResidual;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.MultiCapture;

/** Shows what a capture from several clusters found. */
public final class CommonText {

    private CommonText() {}

    /** The version, then what became a parameter, then what no parameter could hold. */
    public static String show(MultiCapture capture) {
        StringBuilder text = new StringBuilder(VersionText.show(capture.version()));
        if (!capture.report().parameters().isEmpty()) {
            Table parameters = Table.of("DIFFERS AS", "TYPE", "VALUES", "PLACES", "DEFAULT");
            capture.report().parameters().forEach(common -> row(parameters, common));
            text.append('\n').append(parameters.render());
        }
        if (!capture.report().exact()) {
            text.append('\n').append(residuals(capture));
        }
        return text.append('\n')
                .append(
                        capture.report().exact()
                                ? "Every source comes back from the profile.\n"
                                : "Not every source comes back from the profile.\n")
                .toString();
    }

    private static void row(Table table, CommonParameter common) {
        table.row(
                common.parameter().name(),
                ProfileText.word(common.parameter().type()),
                common.distinct(),
                common.places().size(),
                common.parameter().defaultValue().map(ParameterValue::toString).orElse("-"));
    }

    private static String residuals(MultiCapture capture) {
        Table table = Table.of("SOURCE", "DIFFERS IN", "PLACE");
        for (SourceCapture source : capture.report().sources()) {
            for (SourceResidual residual : source.residuals()) {
                table.row(
                        source.source(),
                        ProfileText.word(residual.kind()),
                        residual.location().describe());
            }
        }
        return table.render();
    }
}
