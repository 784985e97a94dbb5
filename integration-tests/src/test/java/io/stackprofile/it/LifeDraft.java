package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.OrganisationSession;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.stack.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft of a profile, from its first edit to the version that it becomes; a stale step lets it be overtaken. */
final class LifeDraft {

    private final ProfileLife life;
    private final ProfileModel profile;
    private final LifeStep step;

    LifeDraft(ProfileLife life, ProfileModel profile, LifeStep step) {
        this.life = life;
        this.profile = profile;
        this.step = step;
    }

    /** The owner's own: published, or rebased first when a capture came in between. */
    void publish() {
        OrganisationSession acme = life.world.acme();
        ProfileDraft draft = edited(acme);
        if (step.stale()) {
            step.capture(life, profile);
            life.expect(
                    Optional.of(ErrorCode.STALE_REVISION),
                    () -> acme.drafts().publish(draft.id(), request()),
                    () -> {});
            rebase(acme, draft);
        }
        life.expect(
                Optional.empty(),
                () -> acme.drafts().publish(draft.id(), request()),
                () -> profile.add(step.channel()));
    }

    /** Another organisation's: approved by the owner, on the revision that was read. */
    void suggest() {
        OrganisationSession globex = life.world.as("globex");
        if (!profile.isReadBy("globex")) {
            life.expect(
                    Optional.of(ErrorCode.NOT_FOUND),
                    () -> globex.drafts().create(CreateDraftRequest.of(profile.id)),
                    () -> {});
            return;
        }
        ProfileDraft draft = edited(globex);
        SuggestionId id = globex.suggestions()
                .submit(SuggestRequest.builder()
                        .draft(draft.id())
                        .revision(draft.revision())
                        .build())
                .summary()
                .id();
        long revision = step.stale() ? 7 : 1;
        life.expect(
                step.stale() ? Optional.of(ErrorCode.STALE_REVISION) : Optional.empty(),
                () -> life.world.acme().suggestions().approve(id, revision, request()),
                () -> profile.add(step.channel()));
        globex.drafts().delete(draft.id());
    }

    private ProfileDraft edited(OrganisationSession by) {
        ProfileDraft draft = by.drafts().create(CreateDraftRequest.of(profile.id));
        Manifest manifest = Manifest.builder()
                .name("settings")
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {size: \"" + step.number()
                        + "\"}\n")
                .build();
        return by.drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutMember(manifest)));
    }

    /** Every conflict settled as the draft has it. */
    private void rebase(OrganisationSession by, ProfileDraft draft) {
        Map<String, MergeResolution> settled = new LinkedHashMap<>();
        DraftRebase rebase = by.drafts().rebase(draft.id(), draft.revision());
        while (!rebase.rebased()) {
            int before = settled.size();
            rebase.conflicts().forEach(conflict -> settled.put(conflict.id(), MergeResolution.ours()));
            assertThat(settled).as("conflicts that are not settled already").hasSizeGreaterThan(before);
            rebase = by.drafts().rebase(draft.id(), draft.revision(), settled);
        }
        assertThat(rebase.draft().baseVersion()).contains(profile.versions.size());
        assertThat(rebase.draft().spec().find(draft.spec().members().get(0).ref()))
                .isPresent();
    }

    private PublishRequest request() {
        return PublishRequest.builder().channel(step.channel()).build();
    }
}
