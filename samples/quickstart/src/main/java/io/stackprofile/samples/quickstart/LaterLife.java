package io.stackprofile.samples.quickstart;

import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.GraphFormat;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** What becomes of a profile once others work on it: edits that meet, a suggestion from outside, and an end. */
final class LaterLife {

    private static final MemberRef STORAGE = MemberRef.manifest("storage");
    private static final String STORAGE_CLASS = "/spec/storageClassName";

    private final OrganisationSession acme;
    private final OrganisationSession contoso;
    private final ProfileId id;
    private final LifeReport report;

    LaterLife(OrganisationSession acme, OrganisationSession contoso, ProfileId id, LifeReport report) {
        this.acme = acme;
        this.contoso = contoso;
        this.id = id;
        this.report = report;
    }

    void tell(Workspace work) throws IOException {
        edited(work);
        suggested();
        stood();
        updated();
        ended();
    }

    /** Two drafts begin at the same version; the second follows the first before it is published. */
    private void edited(Workspace work) throws IOException {
        ProfileDraft slow = draft(acme, DraftEdit.SetValue.of(STORAGE, "/spec/resources/requests/storage", "300Gi"));
        ProfileDraft fast = draft(acme, DraftEdit.SetValue.of(STORAGE, STORAGE_CLASS, "efs-fast"));
        ProfileVersion first =
                acme.drafts().publish(fast.id(), PublishRequest.builder().build());
        DraftRebase rebase = acme.drafts().rebase(slow.id(), slow.revision());
        report.rebased(rebase, first, acme.drafts().validate(slow.id()));

        VersionDiff diff = acme.drafts().diff(slow.id());
        Files.writeString(work.path("changes.html"), acme.profiles().renderDiff(diff, DiffFormat.HTML));
        String order = StackGraph.of(rebase.draft().spec()).render(GraphFormat.SVG);
        Files.writeString(work.path("order.svg"), order);
        PublishRequest request = PublishRequest.builder()
                .changelog("Room for another year of documents.")
                .expectedImpact(Impact.COMPATIBLE)
                .build();
        report.published(acme.drafts().publish(slow.id(), request), diff, work);
    }

    /** Another organisation reads the profile, and sends three changes to its owner. */
    private void suggested() {
        acme.profiles().share(id, revision(), contoso.caller().organisation());
        Suggestion good = submitted("gp4", "Cheaper, and as fast.");
        Suggestion bad = submitted("local", "Fastest.");
        Suggestion regretted = submitted("gp2", "We still have those.");
        SuggestionSummary mine = regretted.summary();
        contoso.suggestions().withdraw(mine.id(), mine.revision());
        acme.suggestions().reject(bad.summary().id(), bad.summary().revision(), "Disks come and go.");
        Suggestion read = acme.suggestions().get(good.summary().id());
        ProfileVersion version = acme.suggestions()
                .approve(
                        read.summary().id(),
                        read.summary().revision(),
                        PublishRequest.builder().channel("beta").build());
        report.suggested(
                version,
                acme.suggestions().received(id, PageRequest.first()),
                contoso.suggestions().sent(PageRequest.first()));
    }

    /** One version is pinned for a while, another should not be used any more. */
    private void stood() {
        Profile pinned = acme.profiles().pin(id, revision(), 2);
        DeprecateRequest why = DeprecateRequest.builder()
                .reason(Deprecation.Reason.DEFECT)
                .note("Its disk fills up.")
                .build();
        acme.profiles().deprecate(id, revision(), 3, why);
        acme.profiles().deprecate(id, revision(), 1, DeprecateRequest.of(Deprecation.Reason.SUPERSEDED));
        acme.profiles().undeprecate(id, revision(), 1);
        Profile free = acme.profiles().unpin(id, revision());
        report.stood(pinned, free, acme.instantiations().list(id, PageRequest.first()));
    }

    /** Staging follows to the current version: what it had is carried, what is new is asked. */
    private void updated() {
        Instantiation instance =
                acme.instantiations().list(id, PageRequest.first()).items().get(0);
        UpdatePreview preview = acme.instantiations().preview(UpdateRequest.of(instance.id()));
        UpdateRequest.Builder request = UpdateRequest.builder().instantiation(instance.id());
        preview.asked()
                .forEach(asked -> request.bindSecret(
                        asked.parameter(),
                        SecretRef.env("STAGING_" + asked.parameter().toUpperCase(Locale.ROOT))));
        StackDraft draft = acme.instantiations().update(request.build());
        report.updated(preview, acme.instantiations().commit(draft.id()));
    }

    private void ended() {
        acme.profiles().unshare(id, revision(), contoso.caller().organisation());
        acme.profiles().delete(id, DeleteOptions.forced());
        report.ended(
                acme.profiles().history(id, PageRequest.first(100)),
                acme.profiles().purge());
    }

    private Suggestion submitted(String storageClass, String note) {
        ProfileDraft draft = draft(contoso, DraftEdit.SetValue.of(STORAGE, STORAGE_CLASS, storageClass));
        return contoso.suggestions()
                .submit(SuggestRequest.builder()
                        .draft(draft.id())
                        .revision(draft.revision())
                        .note(note)
                        .build());
    }

    private ProfileDraft draft(OrganisationSession by, DraftEdit edit) {
        ProfileDraft draft = by.drafts().create(CreateDraftRequest.of(id));
        return by.drafts().edit(draft.id(), draft.revision(), List.of(edit));
    }

    private long revision() {
        return acme.profiles().get(id).revision();
    }
}
