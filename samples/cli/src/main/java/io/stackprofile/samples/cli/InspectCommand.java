package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.samples.cli.print.RedactionText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a capture or an import would take out. */
@Command(
        name = "inspect",
        description = "Find the secrets of a running stack or an exported document as a strict capture would, and keep"
                + " nothing.")
final class InspectCommand extends SessionCommand {

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "An exported document instead of a running stack; - is standard input.")
    private Optional<String> file = Optional.empty();

    @Mixin
    private RedactionOptions redaction = new RedactionOptions();

    @Override
    Outcome run(OrganisationSession session) {
        CaptureReport report = file.isPresent()
                ? session.profiles().inspectIac(document(file.get()))
                : session.profiles().inspect(stack());
        return Outcome.of(report, RedactionText.report(report))
                .hint(report.redactions().size() + " places; nothing was stored");
    }

    private CaptureRequest stack() {
        return CaptureRequest.builder()
                // Nothing is stored under it.
                .name("inspected")
                .cluster(source.requiredCluster())
                .stack(source.requiredStack())
                .includeAddonConfigurations(source.includeAddonConfigurations().orElse(true))
                .redaction(redaction.policy())
                .build();
    }

    private ImportRequest document(String name) {
        if (source.cluster().isPresent() || source.stack().isPresent()) {
            throw new UsageException("--file stands beside --cluster or --stack", "Name one thing to inspect.");
        }
        return ImportRequest.builder()
                .content(TextFiles.read(name))
                .source(name.equals("-") ? "standard input" : name)
                .redaction(redaction.policy())
                .build();
    }
}
