package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftRebaseTest {

    private static final String PLANTED = "Marble-Otter_40771x";
    private static final MemberRef WEB = MemberRef.manifest("web");
    private static final String TEXT = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data:
              mode: fast   # for now
              size: "3"
            """;

    private final EngineFixture fixture = new EngineFixture();
    private final ProfileVersion first = publish(edit(
            fixture.acme().drafts().create(CreateDraftRequest.blank("tiny")),
            new DraftEdit.AddMember(Manifest.builder().name("web").content(TEXT).build())));
    private final ProfileDraft late = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));

    @Test
    void aStaleDraftIsRebasedAndPublishedWithTheChangesOfBoth() {
        ProfileDraft ours = edit(late, DraftEdit.SetValue.of(WEB, "/data/size", "4"));
        publish(edit(another(), DraftEdit.SetValue.of(WEB, "/data/mode", "slow")));
        StackProfileException stale = assertFails(ErrorCode.STALE_REVISION, () -> publish(ours));
        assertThat(stale.remedy()).contains("Rebase");

        DraftRebase rebase = fixture.acme().drafts().rebase(ours.id(), ours.revision());

        assertThat(rebase.rebased()).isTrue();
        assertThat(rebase.draft().baseVersion()).contains(2);
        assertThat(rebase.draft().revision()).isEqualTo(ours.revision() + 1);
        ProfileVersion third = publish(rebase.draft());
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.spec().members())
                .extracting(member -> member.text().orElse(""))
                .containsExactly(TEXT.replace("mode: fast", "mode: slow").replace("size: \"3\"", "size: \"4\""));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().drafts().get(ours.id()));
    }

    @Test
    void conflictsChangeNothingAndResolutionsSettleThemWithTheirSecretsRedacted() {
        ProfileDraft ours = edit(late, DraftEdit.SetValue.of(WEB, "/data/mode", "idle"));
        publish(edit(another(), DraftEdit.SetValue.of(WEB, "/data/mode", "slow")));

        DraftRebase refused = fixture.acme().drafts().rebase(ours.id(), ours.revision());

        assertThat(refused.rebased()).isFalse();
        assertThat(refused.draft()).isEqualTo(ours);
        assertThat(fixture.acme().drafts().get(ours.id())).isEqualTo(ours);
        assertThat(refused.conflicts()).hasSize(1);
        MergeConflict conflict = refused.conflicts().get(0);
        assertThat(conflict.ours()).contains("\"idle\"");
        Map<String, MergeResolution> other = Map.of(conflict.id(), MergeResolution.value(Map.of("password", PLANTED)));
        DraftRebase settled = fixture.acme().drafts().rebase(ours.id(), ours.revision(), other);
        assertThat(settled.rebased()).isTrue();
        assertThat(settled.draft().parameters()).extracting(Parameter::type).containsExactly(ParameterType.SECRET);
        ProfileDraft stored = fixture.acme().drafts().get(ours.id());
        assertAbsent("the draft", ShopStack.shown(settled, stored.spec()), List.of(PLANTED));
        assertAbsent("the resolution", other.toString(), List.of(PLANTED));
        assertThat(stored.spec().find(WEB).flatMap(Member::text).orElse("")).contains("# for now");
    }

    @Test
    void secretsThatTheNewerVersionFoundStayWhatTheyAre() {
        publish(edit(another(), DraftEdit.AddValue.of(WEB, "/data/password", PLANTED)));
        ProfileDraft ours = edit(late, DraftEdit.SetValue.of(WEB, "/data/size", "4"));

        ProfileDraft rebased =
                fixture.acme().drafts().rebase(ours.id(), ours.revision()).draft();

        assertThat(rebased.parameters()).hasSize(1);
        assertThat(rebased.report().redactions()).hasSize(1);
        assertThat(fixture.acme().drafts().validate(rebased.id()).publishable()).isTrue();
    }

    @Test
    void secretsAreToldAsInTheNewerVersionUnlessTheDraftHasAWordOfItsOwn() {
        RedactionPolicy lenient =
                RedactionPolicy.builder().addHarmlessNames("password").build();
        ProfileDraft ours = edit(late, DraftEdit.SetValue.of(WEB, "/data/size", "4"));
        ProfileDraft strict = edit(another(RedactionPolicy.strict()), DraftEdit.SetValue.of(WEB, "/data/size", "5"));
        publish(edit(another(lenient), DraftEdit.AddValue.of(WEB, "/data/password", "as-it-was-before")));

        ProfileDraft rebased =
                fixture.acme().drafts().rebase(ours.id(), ours.revision()).draft();
        ProfileDraft own =
                fixture.acme().drafts().rebase(strict.id(), strict.revision()).draft();

        assertThat(rebased.redaction()).isEqualTo(lenient);
        assertThat(rebased.parameters()).isEmpty();
        assertThat(own.redaction()).isEqualTo(RedactionPolicy.strict());
        assertThat(own.parameters()).extracting(Parameter::type).containsExactly(ParameterType.SECRET);
    }

    @Test
    void aDraftThatIsNotStaleStaysAndOneOfANewProfileHasNothingToFollow() {
        DraftRebase same = fixture.acme().drafts().rebase(late.id(), late.revision());
        assertThat(same).isEqualTo(new DraftRebase(late, List.of()));

        ProfileDraft blank = fixture.acme().drafts().create(CreateDraftRequest.blank("other"));
        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().drafts().rebase(blank.id(), 1));
        assertFails(ErrorCode.STALE_REVISION, () -> fixture.acme().drafts().rebase(late.id(), 7));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().drafts().rebase(late.id(), 1));
    }

    private ProfileDraft another() {
        return fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
    }

    private ProfileDraft another(RedactionPolicy policy) {
        CreateDraftRequest.Builder request = CreateDraftRequest.builder();
        request.profile(first.profileId()).redaction(policy);
        return fixture.acme().drafts().create(request.build());
    }

    private ProfileDraft edit(ProfileDraft from, DraftEdit... edits) {
        return fixture.acme().drafts().edit(from.id(), from.revision(), List.of(edits));
    }

    private ProfileVersion publish(ProfileDraft draft) {
        return fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
    }
}
