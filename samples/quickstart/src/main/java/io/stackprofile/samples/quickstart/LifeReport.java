package io.stackprofile.samples.quickstart;

import io.stackprofile.Page;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileVersion;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what becomes of a profile. */
final class LifeReport {

    private final PrintStream out;

    LifeReport(PrintStream out) {
        this.out = out;
    }

    void rebased(DraftRebase rebase, ProfileVersion onto, DraftValidation validation) {
        heading("Rebased: a draft onto v" + onto.version() + ", published by another");
        out.println("  " + rebase.conflicts().size() + " conflicts; it follows v"
                + rebase.draft().baseVersion().orElseThrow() + " now");
        out.println("  " + validation.findings().size() + " findings, "
                + (validation.publishable() ? "none of which keeps it from being published" : "some of them errors"));
    }

    void published(ProfileVersion version, VersionDiff diff, Workspace work) {
        heading("Published: v" + version.version() + " on " + version.channel() + ", " + word(diff.impact())
                + " as expected");
        version.changelog().ifPresent(text -> out.println("  " + text));
        diff.members()
                .forEach(member -> member.values()
                        .forEach(value -> out.println("  " + member.ref() + " " + value.path() + ": "
                                + value.before().orElse("(none)") + " -> "
                                + value.after().orElse("(none)"))));
        out.println("  side by side: " + work.path("changes.html"));
        out.println("  in order: " + work.path("order.svg"));
    }

    void suggested(ProfileVersion version, Page<SuggestionSummary> received, Page<SuggestionSummary> sent) {
        heading("Suggested: " + received.items().size() + " changes by another organisation, "
                + sent.items().size() + " by its own list");
        Columns columns = new Columns();
        for (SuggestionSummary suggestion : received.items()) {
            columns.row(
                    suggestion.organisation(),
                    word(suggestion.status()),
                    suggestion.note().orElse("-"),
                    suggestion.answer().orElse("-"));
        }
        out.print(columns);
        out.println("  v" + version.version() + " on " + version.channel() + " is by "
                + version.provenance().suggestedBy().orElseThrow());
    }

    void stood(Profile pinned, Profile free, Page<Instantiation> instances) {
        heading("Standing: v" + pinned.currentVersion() + " while pinned, v" + free.currentVersion() + " after");
        Columns columns = new Columns();
        free.versions()
                .forEach(version -> columns.row(
                        "v" + version.version(),
                        version.channel(),
                        version.deprecation()
                                .map(said ->
                                        word(said.reason()) + ": " + said.note().orElse("-"))
                                .orElse("good")));
        out.print(columns);
        for (Instantiation instance : instances.items()) {
            out.println("  " + instance.stack() + " on " + instance.cluster() + " is " + instance.behind()
                    + " versions behind");
        }
    }

    void updated(UpdatePreview preview, CommitResult result) {
        Instantiation instance = result.instantiation();
        heading("Updated: " + instance.stack() + " on " + instance.cluster() + " from v" + preview.fromVersion()
                + " to v" + instance.version() + ", " + word(instance.status()));
        long carried = preview.parameters().stream()
                .filter(origin -> origin.source() == ParameterOrigin.Source.CARRIED)
                .count();
        out.println("  " + carried + " values carried");
        preview.asked().forEach(asked -> out.println("  asked: " + asked.parameter()));
        preview.lost().forEach(lost -> out.println("  lost: " + lost.parameter() + ", " + word(lost.reason())));
    }

    void ended(Page<ProfileChange> history, long purged) {
        heading("Ended: deleted, with " + history.items().size() + " changes to look back on");
        Columns columns = new Columns();
        history.items().forEach(change -> columns.row(change.revision(), change.by(), word(change.kind())));
        out.print(columns);
        out.println("  " + purged + " texts older than a day purged");
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
