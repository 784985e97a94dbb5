package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftSummary;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.samples.cli.print.DraftText;
import io.stackprofile.samples.cli.print.FindingText;
import io.stackprofile.samples.cli.print.VersionText;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on drafts of profiles. */
@Command(
        name = "draft",
        description = "Build a profile or its next version step by step.",
        subcommands = {
            DraftCommand.Create.class,
            DraftCommand.ListAll.class,
            DraftCommand.Show.class,
            DraftEditCommand.class,
            DraftRebaseCommand.class,
            DraftCommand.Validate.class,
            DraftSimulateCommand.class,
            DraftCommand.Publish.class,
            DraftCommand.Delete.class
        })
final class DraftCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: 'draft create', 'draft list' and so on");
    }

    /** Makes a draft. */
    @Command(
            name = "create",
            description = "Make a draft: blank with --name, from a profile with --profile, from a stack with --cluster"
                    + " and --stack.")
    static final class Create extends SessionCommand {

        @Option(names = "--name", paramLabel = "NAME", description = "The profile that publishing creates.")
        private Optional<String> name = Optional.empty();

        @Option(names = "--profile", paramLabel = "PROFILE", description = "The profile that publishing continues.")
        private Optional<String> profile = Optional.empty();

        @Option(names = "--version", paramLabel = "N", description = "The version to start from; the current one else.")
        private Optional<Integer> version = Optional.empty();

        @Mixin
        private SourceOptions source = new SourceOptions();

        @Mixin
        private RedactionOptions redaction = new RedactionOptions();

        @Override
        Outcome run(OrganisationSession session) {
            ProfileDraft draft = session.drafts()
                    .create(CreateDraftRequest.builder()
                            .name(name)
                            .profile(profile.map(session.profiles()::find).map(Profile::id))
                            .version(version)
                            .cluster(source.cluster())
                            .stack(source.stack())
                            .includeAddonConfigurations(
                                    source.includeAddonConfigurations().orElse(false))
                            .redaction(redaction.policy())
                            .build());
            return Outcome.of(draft, DraftText.show(draft))
                    .hint("change it: stackprofile draft edit " + draft.id())
                    .hint("then: stackprofile draft validate " + draft.id());
        }
    }

    /** Lists drafts. */
    @Command(name = "list", description = "List drafts, newest first.")
    static final class ListAll extends SessionCommand {

        @Mixin
        private PageOptions page = new PageOptions();

        @Override
        Outcome run(OrganisationSession session) {
            Page<DraftSummary> found = session.drafts().list(page.request());
            return Outcome.of(found, DraftText.list(found)).more(found);
        }
    }

    /** Shows a draft. */
    @Command(name = "show", description = "Show a draft's members and parameters.")
    static final class Show extends SessionCommand {

        @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
        private String draft = "";

        @Override
        Outcome run(OrganisationSession session) {
            ProfileDraft found = session.drafts().get(Ids.draft(draft));
            return Outcome.of(found, DraftText.show(found));
        }
    }

    /** Finds what is wrong with a draft. */
    @Command(name = "validate", description = "Find everything that is wrong with a draft; exits 1 when it has errors.")
    static final class Validate extends SessionCommand {

        @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
        private String draft = "";

        @Override
        Outcome run(OrganisationSession session) {
            DraftValidation validation = session.drafts().validate(Ids.draft(draft));
            Outcome outcome = Outcome.of(validation, FindingText.validation(validation));
            return validation.publishable() ? outcome : outcome.exitCode(ExitCodes.REFUSED);
        }
    }

    /** Publishes a draft. */
    @Command(name = "publish", description = "Publish a draft as a new profile or a profile's next version.")
    static final class Publish extends SessionCommand {

        @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
        private String draft = "";

        @Mixin
        private PublishOptions publish = new PublishOptions();

        @Mixin
        private MigrationFile migration = new MigrationFile();

        @Option(names = "--revision", paramLabel = "N", description = "Refuse when the draft has moved on from it.")
        private Optional<Long> revision = Optional.empty();

        @Mixin
        private ImpactOption impact = new ImpactOption();

        @Override
        Outcome run(OrganisationSession session) {
            PublishRequest request = PublishRequest.builder()
                    .channel(publish.channel())
                    .changelog(publish.changelog())
                    .expectedRevision(revision)
                    .expectedImpact(impact.expected())
                    .migration(migration.read(session))
                    .build();
            ProfileVersion version = session.drafts().publish(Ids.draft(draft), request);
            return Outcome.of(version, VersionText.show(version));
        }
    }

    /** Deletes a draft. */
    @Command(name = "delete", description = "Delete a draft.")
    static final class Delete extends SessionCommand {

        @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
        private String draft = "";

        @Override
        Outcome run(OrganisationSession session) {
            session.drafts().delete(Ids.draft(draft));
            return Outcome.of(Map.of("deleted", draft), "Deleted draft " + draft + ".\n");
        }
    }
}
