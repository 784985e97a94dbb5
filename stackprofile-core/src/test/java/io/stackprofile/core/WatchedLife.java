package io.stackprofile.core;

import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pins, deprecates, shares, suggests, looks back and deletes, and says a secret wherever something can be said. */
final class WatchedLife {

    private static final PageRequest PAGE = PageRequest.first(50);
    private static final MemberRef SETTINGS = MemberRef.manifest("own");

    private final WatchedCalls calls;
    private final OrganisationSession owner;
    private final OrganisationSession other;
    private final String secret;
    private final String telling;

    WatchedLife(WatchedCalls calls, OrganisationSession owner, OrganisationSession other, String secret) {
        this.calls = calls;
        this.owner = owner;
        this.other = other;
        this.secret = secret;
        this.telling = "See https://ops:" + secret + "@wiki.example/shop";
    }

    /** From the first pin to the end of a profile that has at least two versions. */
    void of(ProfileId id) throws Exception {
        standing(id);
        suggestions(id);
        rebase(id);
        calls.make("Profiles.unshare", () -> owner.profiles().unshare(id, revision(id), "globex"));
        calls.make("Profiles.history", () -> owner.profiles().history(id, PAGE));
        calls.run("Profiles.delete", () -> owner.profiles().delete(id, DeleteOptions.forced()));
        calls.make("Profiles.purge", () -> owner.profiles().purge());
    }

    private void standing(ProfileId id) throws Exception {
        calls.make("Profiles.pin", () -> owner.profiles().pin(id, revision(id), 2));
        calls.make(
                "Profiles.deprecate",
                () -> owner.profiles().deprecate(id, revision(id), 1, DeprecateRequest.of(Deprecation.Reason.OTHER)));
        calls.refused(
                "Profiles.deprecate",
                () -> owner.profiles()
                        .deprecate(
                                id,
                                revision(id),
                                1,
                                DeprecateRequest.builder()
                                        .reason(Deprecation.Reason.SECURITY)
                                        .note(telling)
                                        .addReferences(telling)
                                        .build()));
        calls.make("Profiles.undeprecate", () -> owner.profiles().undeprecate(id, revision(id), 1));
        calls.make("Profiles.unpin", () -> owner.profiles().unpin(id, revision(id)));
        calls.refused("Profiles.share", () -> owner.profiles().share(id, revision(id), telling));
        calls.make("Profiles.share", () -> owner.profiles().share(id, revision(id), "globex"));
    }

    private void suggestions(ProfileId id) throws Exception {
        calls.make("Suggestions.sent", () -> other.suggestions().sent(PAGE));
        SuggestionSummary withdrawn = submitted(id);
        calls.make("Suggestions.withdraw", () -> other.suggestions().withdraw(withdrawn.id(), withdrawn.revision()));
        SuggestionSummary rejected = submitted(id);
        calls.refused(
                "Suggestions.reject", () -> owner.suggestions().reject(rejected.id(), rejected.revision(), telling));
        calls.make(
                "Suggestions.reject", () -> owner.suggestions().reject(rejected.id(), rejected.revision(), "Not now."));
        SuggestionSummary approved = submitted(id);
        calls.make("Suggestions.received", () -> owner.suggestions().received(id, PAGE));
        calls.make("Suggestions.get", () -> owner.suggestions().get(approved.id()));
        calls.refused(
                "Suggestions.approve",
                () -> owner.suggestions()
                        .approve(
                                approved.id(),
                                approved.revision(),
                                PublishRequest.builder().changelog(telling).build()));
        long waiting = owner.suggestions().get(approved.id()).summary().revision();
        calls.make(
                "Suggestions.approve",
                () -> owner.suggestions()
                        .approve(
                                approved.id(), waiting, PublishRequest.builder().build()));
    }

    /** A draft and a newer version each have a settings file of that name, with another password. */
    private void rebase(ProfileId id) throws Exception {
        ProfileDraft stale = with(owner.drafts().create(CreateDraftRequest.of(id)), "password: " + secret);
        ProfileDraft faster = with(owner.drafts().create(CreateDraftRequest.of(id)), "mode: fast");
        owner.drafts().publish(faster.id(), PublishRequest.builder().build());
        DraftRebase refused = calls.make("Drafts.rebase", () -> owner.drafts().rebase(stale.id(), stale.revision()));
        Map<String, MergeResolution> settled = new LinkedHashMap<>();
        refused.conflicts().forEach(conflict -> settled.put(conflict.id(), MergeResolution.ours()));
        Map<String, MergeResolution> misplaced = new LinkedHashMap<>(settled);
        misplaced.put("nowhere", MergeResolution.value(telling));
        calls.refused("Drafts.rebase", () -> owner.drafts().rebase(stale.id(), stale.revision(), misplaced));
        calls.make("Drafts.rebase", () -> owner.drafts().rebase(stale.id(), stale.revision(), settled));
        calls.make(
                "Drafts.edit",
                () -> owner.drafts()
                        .edit(
                                stale.id(),
                                stale.revision() + 1,
                                List.of(
                                        DraftEdit.AddValue.of(SETTINGS, "/data/token", secret),
                                        DraftEdit.SetValue.of(SETTINGS, "/data/password", telling),
                                        new DraftEdit.RenameMember(SETTINGS, "renamed"))));
        calls.refused(
                "Drafts.edit",
                () -> owner.drafts()
                        .edit(
                                stale.id(),
                                stale.revision() + 2,
                                List.of(DraftEdit.SetValue.of(SETTINGS, "/data/gone", secret))));
        calls.make("Drafts.validate", () -> owner.drafts().validate(stale.id()));
        VersionDiff diff = calls.make("Drafts.diff", () -> owner.drafts().diff(stale.id()));
        for (DiffFormat format : DiffFormat.values()) {
            calls.make("Profiles.renderDiff", () -> owner.profiles().renderDiff(diff, format));
        }
    }

    private ProfileDraft with(ProfileDraft draft, String line) {
        Manifest settings = Manifest.builder()
                .name(SETTINGS.name())
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own}\ndata:\n  " + line + "\n")
                .build();
        return owner.drafts().edit(draft.id(), draft.revision(), List.of(new DraftEdit.PutMember(settings)));
    }

    private SuggestionSummary submitted(ProfileId id) throws Exception {
        ProfileDraft draft = other.drafts().create(CreateDraftRequest.of(id));
        calls.refused("Suggestions.submit", () -> other.suggestions().submit(request(draft, telling)));
        return calls.make("Suggestions.submit", () -> other.suggestions().submit(request(draft, "Ours runs so.")))
                .summary();
    }

    private static SuggestRequest request(ProfileDraft draft, String note) {
        return SuggestRequest.builder()
                .draft(draft.id())
                .revision(draft.revision())
                .note(note)
                .build();
    }

    private long revision(ProfileId id) {
        return owner.profiles().get(id).revision();
    }
}
