package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.samples.cli.print.DraftText;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a draft: parameters first, then removals, then texts, then values and names. All or none of it is applied. */
@Command(name = "edit", description = "Change a draft. Secrets in what is put in are redacted before it is stored.")
final class DraftEditCommand extends SessionCommand {

    @Parameters(paramLabel = "DRAFT", description = "The draft's id.")
    private String draft = "";

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "The revision the edit was made from; the newest else.")
    private Optional<Long> revision = Optional.empty();

    @Option(
            names = "--put-parameter",
            paramLabel = "NAME:TYPE[:DEFAULT]",
            description = "Add or replace a parameter; required without a default. An enum lists its choices:"
                    + " NAME:enum=A|B[:DEFAULT].")
    private List<String> putParameters = new ArrayList<>();

    @Option(names = "--remove-parameter", paramLabel = "NAME", description = "Remove a parameter.")
    private List<String> removeParameters = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "MEMBER", description = "Remove manifest/NAME or addon/NAME.")
    private List<String> removeMembers = new ArrayList<>();

    @Option(names = "--put-manifest", paramLabel = "NAME=FILE", description = "Add a manifest or replace its text.")
    private List<String> putManifests = new ArrayList<>();

    @Option(names = "--put-values", paramLabel = "ADDON=FILE", description = "Replace an add-on's Helm values.")
    private List<String> putValues = new ArrayList<>();

    @Mixin
    private DraftValueOptions values = new DraftValueOptions();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileDraft before = session.drafts().get(Ids.draft(draft));
        List<DraftEdit> edits = edits(before.spec());
        if (edits.isEmpty()) {
            throw new UsageException(
                    "nothing to change",
                    "Give at least one --put-..., --remove..., --set, --add, --unset or --rename.");
        }
        ProfileDraft after = session.drafts().edit(before.id(), revision.orElse(before.revision()), edits);
        return Outcome.of(after, DraftText.show(after)).hint("check it: stackprofile draft validate " + after.id());
    }

    private List<DraftEdit> edits(StackSpec spec) {
        List<DraftEdit> edits = new ArrayList<>();
        putParameters.forEach(text -> edits.add(new DraftEdit.PutParameter(ParameterSyntax.parse(text))));
        removeParameters.forEach(name -> edits.add(new DraftEdit.RemoveParameter(name)));
        removeMembers.forEach(ref -> edits.add(new DraftEdit.RemoveMember(MemberRef.parse(ref))));
        putManifests.forEach(text -> edits.add(new DraftEdit.PutMember(manifest(spec, NamedFile.parse(text)))));
        putValues.forEach(text -> edits.add(new DraftEdit.PutMember(addon(spec, NamedFile.parse(text)))));
        edits.addAll(values.edits());
        return edits;
    }

    /** A manifest that is there already keeps its namespace and edges. */
    private static Member manifest(StackSpec spec, NamedFile named) {
        String content = TextFiles.read(named.file());
        return spec.find(MemberRef.manifest(named.name()))
                .map(member -> member.withText(content))
                .orElseGet(() ->
                        Manifest.builder().name(named.name()).content(content).build());
    }

    private static Member addon(StackSpec spec, NamedFile named) {
        MemberRef ref = MemberRef.addon(named.name());
        return spec.find(ref)
                .map(member -> member.withText(TextFiles.read(named.file())))
                .orElseThrow(() -> new UsageException(
                        "the draft has no " + ref, "'stackprofile draft show DRAFT' lists its members."));
    }

    private record NamedFile(String name, String file) {

        static NamedFile parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new UsageException("a text is put as NAME=FILE", "Write the member's name, '=' and a file.");
            }
            return new NamedFile(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
