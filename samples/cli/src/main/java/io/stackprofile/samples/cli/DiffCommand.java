package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.samples.cli.print.DiffText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what differs between two versions, or a version and a draft. */
@Command(
        name = "diff",
        description = "Show what differs between two versions of a profile, or between its version and a draft, and"
                + " whether that breaks instances.")
final class DiffCommand extends SessionCommand {

    /** How a diff is written. */
    enum Format {
        JSON(DiffFormat.JSON),
        MARKDOWN(DiffFormat.MARKDOWN),
        TEXT(DiffFormat.UNIFIED),
        HTML(DiffFormat.HTML);

        private final DiffFormat format;

        Format(DiffFormat format) {
            this.format = format;
        }
    }

    @Parameters(index = "0", paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FROM", description = "The older version's number.")
    private Optional<Integer> from = Optional.empty();

    @Parameters(index = "2", arity = "0..1", paramLabel = "TO", description = "The newer version's number.")
    private Optional<Integer> to = Optional.empty();

    @Option(
            names = "--draft",
            paramLabel = "DRAFT",
            description = "Compare with this draft instead of a newer version; without FROM, its base is the older.")
    private Optional<String> draft = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Write a report: ${COMPLETION-CANDIDATES}. Without it, a short overview.")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report to a file.")
    private Optional<Path> out = Optional.empty();

    @Override
    Outcome run(OrganisationSession session) {
        if (out.isPresent() && format.isEmpty()) {
            throw new UsageException("--out is for a report", "Say which with --format.");
        }
        VersionDiff diff = diff(session);
        String hint =
                diff.parameters().size() + " parameters and " + diff.members().size() + " members differ; impact "
                        + diff.impact().name().toLowerCase(Locale.ROOT);
        if (format.isEmpty()) {
            return Outcome.of(diff, DiffText.show(diff)).hint(hint);
        }
        String report = session.profiles().renderDiff(diff, format.get().format);
        if (out.isEmpty()) {
            return Outcome.of(diff, report).hint(hint);
        }
        TextFiles.write(out.get(), report);
        return Outcome.of(diff, "Wrote " + out.get() + ".\n").hint(hint);
    }

    private VersionDiff diff(OrganisationSession session) {
        if (draft.isPresent()) {
            if (to.isPresent()) {
                throw new UsageException("a draft is the newer side", "Give FROM and --draft, or FROM and TO.");
            }
            VersionDiff diff = from.map(version -> session.drafts().diff(Ids.draft(draft.get()), version))
                    .orElseGet(() -> session.drafts().diff(Ids.draft(draft.get())));
            if (!session.profiles().find(profile).id().equals(diff.profileId())) {
                throw new UsageException("the draft is one of another profile", "Name the profile it continues.");
            }
            return diff;
        }
        if (from.isEmpty() || to.isEmpty()) {
            throw new UsageException("two versions are compared", "Give FROM and TO, or FROM and --draft.");
        }
        return session.profiles().diff(session.profiles().find(profile).id(), from.get(), to.get());
    }
}
