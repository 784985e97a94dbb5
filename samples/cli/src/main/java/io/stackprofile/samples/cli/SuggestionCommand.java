package io.stackprofile.samples.cli;

import io.stackprofile.DraftId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.samples.cli.print.SuggestionText;
import io.stackprofile.samples.cli.print.VersionText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Suggests changes to profiles of other organisations, and answers suggestions. */
@Command(
        name = "suggestion",
        description = "Suggest changes to other organisations' profiles, and answer suggestions.",
        subcommands = {
            SuggestionCommand.Submit.class,
            SuggestionCommand.ListThem.class,
            SuggestionCommand.Show.class,
            SuggestionCommand.Approve.class,
            SuggestionCommand.Reject.class,
            SuggestionCommand.Withdraw.class
        })
final class SuggestionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what, such as 'suggestion submit' or 'suggestion list'");
    }

    /** Submits a draft. */
    @Command(name = "submit", description = "Submit a draft of another organisation's profile to its owner.")
    static final class Submit extends SessionCommand {

        @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
        private String draft = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "What it is about.")
        private Optional<String> note = Optional.empty();

        @Override
        Outcome run(OrganisationSession session) {
            DraftId id = Ids.draft(draft);
            Suggestion submitted = session.suggestions()
                    .submit(SuggestRequest.builder()
                            .draft(id)
                            .revision(session.drafts().get(id).revision())
                            .note(note)
                            .build());
            return Outcome.of(submitted, SuggestionText.show(submitted));
        }
    }

    /** Lists suggestions. */
    @Command(name = "list", description = "List what others suggest to a profile, or what the organisation suggests.")
    static final class ListThem extends SessionCommand {

        @Parameters(paramLabel = "PROFILE", arity = "0..1", description = "An own profile; without it, what was sent.")
        private Optional<String> profile = Optional.empty();

        @Mixin
        private PageOptions page = new PageOptions();

        @Override
        Outcome run(OrganisationSession session) {
            Page<SuggestionSummary> found = profile.isPresent()
                    ? session.suggestions().received(Ids.profile(session, profile.get()), page.request())
                    : session.suggestions().sent(page.request());
            return Outcome.of(found, SuggestionText.list(found)).more(found);
        }
    }

    /** What the commands about one suggestion share. */
    abstract static class OfOne extends SessionCommand {

        @Parameters(index = "0", paramLabel = "SUGGESTION", description = "The suggestion's id.")
        private String suggestion = "";

        abstract Outcome run(OrganisationSession session, Suggestion found);

        @Override
        final Outcome run(OrganisationSession session) {
            return run(session, session.suggestions().get(Ids.suggestion(suggestion)));
        }

        static Outcome closed(SuggestionSummary summary) {
            return Outcome.of(summary, SuggestionText.summary(summary));
        }
    }

    /** Shows one. */
    @Command(name = "show", description = "Show a suggestion and what it would make of the profile.")
    static final class Show extends OfOne {

        @Override
        Outcome run(OrganisationSession session, Suggestion found) {
            return Outcome.of(found, SuggestionText.show(found));
        }
    }

    /** Approves one. */
    @Command(name = "approve", description = "Publish a suggestion as the profile's next version.")
    static final class Approve extends OfOne {

        @Mixin
        private PublishOptions publish = new PublishOptions();

        @Mixin
        private ImpactOption impact = new ImpactOption();

        @Mixin
        private MigrationFile migration = new MigrationFile();

        @Override
        Outcome run(OrganisationSession session, Suggestion found) {
            PublishRequest request = PublishRequest.builder()
                    .channel(publish.channel())
                    .changelog(publish.changelog())
                    .expectedImpact(impact.expected())
                    .migration(migration.read(session))
                    .build();
            ProfileVersion version = session.suggestions()
                    .approve(found.summary().id(), found.summary().revision(), request);
            return Outcome.of(version, VersionText.show(version));
        }
    }

    /** Rejects one. */
    @Command(name = "reject", description = "Turn a suggestion down.")
    static final class Reject extends OfOne {

        @Option(names = "--note", paramLabel = "TEXT", required = true, description = "Why.")
        private String note = "";

        @Override
        Outcome run(OrganisationSession session, Suggestion found) {
            return closed(session.suggestions()
                    .reject(found.summary().id(), found.summary().revision(), note));
        }
    }

    /** Withdraws one. */
    @Command(name = "withdraw", description = "Take back a suggestion.")
    static final class Withdraw extends OfOne {

        @Override
        Outcome run(OrganisationSession session, Suggestion found) {
            return closed(session.suggestions()
                    .withdraw(found.summary().id(), found.summary().revision()));
        }
    }
}
