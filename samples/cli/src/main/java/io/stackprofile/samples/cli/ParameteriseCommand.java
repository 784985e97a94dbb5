package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.samples.cli.print.DraftText;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes parameters of literals in a draft, and changes them everywhere at once. */
@Command(
        name = "parameterise",
        description = "Make a value in a draft, or part of one, a parameter; rename, retype or inline one everywhere.")
final class ParameteriseCommand extends SessionCommand {

    @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
    private String draft = "";

    @Option(names = "--member", paramLabel = "MEMBER", description = "manifest/NAME or addon/NAME.")
    private Optional<String> member = Optional.empty();

    @Option(names = "--path", paramLabel = "POINTER", description = "The value's path, such as /spec/replicas.")
    private Optional<String> path = Optional.empty();

    @Option(
            names = "--document",
            paramLabel = "N",
            description = "The document of the member's text, counted from 1 as messages do (1).")
    private int document = 1;

    @Option(
            names = "--part",
            paramLabel = "TEXT",
            description = "Only this part of the value, wherever it occurs in it.")
    private Optional<String> part = Optional.empty();

    @Option(names = "--as", paramLabel = "NAME", description = "The parameter; made when there is none of the name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "The new parameter's type; inferred when not said.")
    private Optional<ParameterType> type = Optional.empty();

    @Option(names = "--suggestion", paramLabel = "NAME", description = "Take over a suggestion; --as renames it.")
    private Optional<String> suggestion = Optional.empty();

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "Rename a parameter everywhere.")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--retype", paramLabel = "NAME=TYPE", description = "Change a parameter's type, and its default.")
    private List<String> retypes = new ArrayList<>();

    @Option(
            names = "--inline",
            paramLabel = "NAME[=VALUE]",
            description = "Write the value, or the default, wherever the parameter stands, and remove it.")
    private List<String> inlines = new ArrayList<>();

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "The revision the edit is made from; the newest else.")
    private Optional<Long> revision = Optional.empty();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileDraft before = session.drafts().get(Ids.draft(draft));
        List<DraftEdit> edits = edits(session, before);
        if (edits.isEmpty()) {
            throw new UsageException(
                    "nothing to change",
                    "Give --member, --path and --as, or --suggestion, --rename, --retype or --inline.");
        }
        ProfileDraft after = session.drafts().edit(before.id(), revision.orElse(before.revision()), edits);
        return Outcome.of(after, DraftText.show(after))
                .hint("see where they are used: stackprofile parameters " + after.id());
    }

    private List<DraftEdit> edits(OrganisationSession session, ProfileDraft before) {
        List<DraftEdit> edits = new ArrayList<>();
        suggestion.ifPresent(wanted -> {
            ParameterSuggestion found = session.drafts().suggest(before.id()).stream()
                    .filter(candidate -> candidate.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "there is no suggestion of this name", "'stackprofile suggest DRAFT' lists them."));
            edits.addAll(DraftEdit.Parameterise.of(found, name.orElse(found.name())));
        });
        if (suggestion.isEmpty() && (member.isPresent() || path.isPresent() || name.isPresent())) {
            edits.add(parameterise());
        }
        renames.forEach(text -> edits.add(pair(text, "--rename", DraftEdit.RenameParameter::new)));
        retypes.forEach(text -> edits.add(pair(
                text, "--retype", (old, label) -> new DraftEdit.RetypeParameter(old, ParameterSyntax.type(label)))));
        inlines.forEach(text -> edits.add(inline(text)));
        return edits;
    }

    private DraftEdit parameterise() {
        if (member.isEmpty() || path.isEmpty() || name.isEmpty()) {
            throw new UsageException(
                    "a value becomes a parameter by member, path and name", "Give --member, --path and --as.");
        }
        return new DraftEdit.Parameterise(
                MemberRef.parse(member.get()), document - 1, path.get(), part, name.get(), type);
    }

    private static DraftEdit inline(String text) {
        return text.indexOf('=') < 0
                ? DraftEdit.InlineParameter.of(text)
                : pair(text, "--inline", (old, value) -> DraftEdit.InlineParameter.of(old, ParameterValue.of(value)));
    }

    private static DraftEdit pair(String text, String option, PairEdit edit) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new UsageException(option + " takes NAME=...", "Write a parameter's name, '=' and what follows.");
        }
        return edit.of(text.substring(0, equals), text.substring(equals + 1));
    }

    private interface PairEdit {
        DraftEdit of(String name, String value);
    }
}
