package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.profile.MultiCapture;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import io.stackprofile.samples.cli.print.CommonText;
import io.stackprofile.samples.cli.print.VersionText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Captures a running stack as a new profile. */
@Command(
        name = "capture",
        description = "Capture a running stack, or the same one from several clusters, as a new profile, every secret"
                + " redacted.")
final class CaptureCommand extends SessionCommand {

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "The profile's name.")
    private String name = "";

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ManySources sources = new ManySources();

    @Mixin
    private PublishOptions publish = new PublishOptions();

    @Mixin
    private RedactionOptions redaction = new RedactionOptions();

    @Option(names = "--description", paramLabel = "TEXT", description = "What the profile is for.")
    private Optional<String> description = Optional.empty();

    @Option(names = "--category", paramLabel = "WORD", description = "A word to file it under.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--tag", paramLabel = "WORD", description = "A word to find it by. May be repeated.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--visibility",
            paramLabel = "WHO",
            defaultValue = "organisation",
            description = "organisation or public (${DEFAULT-VALUE}).")
    private Visibility visibility = Visibility.ORGANISATION;

    @Override
    Outcome run(OrganisationSession session) {
        if (sources.any()) {
            return common(session);
        }
        ProfileVersion version = session.profiles().capture(request());
        return Outcome.of(version, VersionText.show(version))
                .hint("what was redacted and why: stackprofile redactions " + version.profileName())
                .hint("put it on a cluster: stackprofile instantiate " + version.profileName() + " --cluster CLUSTER");
    }

    private Outcome common(OrganisationSession session) {
        if (source.cluster().isPresent() || source.stack().isPresent()) {
            throw new UsageException("--source stands beside --cluster or --stack", "Name every stack with --source.");
        }
        Optional<Path> folder = sources.folder();
        MultiCapture capture = session.profiles().captureCommon(commonRequest());
        Outcome outcome = Outcome.of(capture, CommonText.show(capture));
        List<Path> files = folder.map(into -> ParameterSetFiles.write(capture.report(), into))
                .orElse(List.of());
        for (Path file : files) {
            outcome = outcome.hint("what one source has for itself: " + file);
        }
        return outcome.hint(
                "put it on a cluster: stackprofile instantiate " + name + " --cluster CLUSTER --params FILE");
    }

    private MultiCaptureRequest commonRequest() {
        return MultiCaptureRequest.builder()
                .name(name)
                .addAllSources(sources.sources())
                .includeAddonConfigurations(source.includeAddonConfigurations().orElse(false))
                .channel(publish.channel())
                .changelog(publish.changelog())
                .description(description)
                .category(category)
                .addAllTags(tags)
                .visibility(visibility)
                .redaction(redaction.policy())
                .build();
    }

    private CaptureRequest request() {
        return CaptureRequest.builder()
                .name(name)
                .cluster(source.requiredCluster())
                .stack(source.requiredStack())
                .includeAddonConfigurations(source.includeAddonConfigurations().orElse(false))
                .channel(publish.channel())
                .changelog(publish.changelog())
                .description(description)
                .category(category)
                .addAllTags(tags)
                .visibility(visibility)
                .redaction(redaction.policy())
                .build();
    }
}
