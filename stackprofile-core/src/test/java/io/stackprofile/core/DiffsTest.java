package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffsTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aDraftIsComparedWithTheVersionItStartedFromAndWithAnyOther() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = without(first, MemberRef.addon("ingress-nginx"));

        VersionDiff diff = fixture.acme().drafts().diff(draft.id());

        assertThat(diff.toVersion()).isEmpty();
        assertThat(diff.toDraft()).contains(draft.id());
        assertThat(diff.fromVersion()).isEqualTo(1);
        assertThat(diff.impact()).isEqualTo(Impact.BREAKING);
        assertThat(diff.members()).extracting(MemberDiff::ref).containsExactly(MemberRef.addon("ingress-nginx"));
        assertThat(diff.toGraph()).hasSize(diff.fromGraph().size() - 1);
        ProfileVersion second = fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
        assertThat(second.digest()).isEqualTo(diff.toDigest());
        ProfileDraft next = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        assertThat(fixture.acme().drafts().diff(next.id()).identical()).isTrue();
        assertThat(fixture.acme().drafts().diff(next.id(), 1).members())
                .isEqualTo(fixture.acme().profiles().diff(first.profileId(), 1, 2).members().stream()
                        .map(member -> member)
                        .toList());
    }

    @Test
    void aDraftOfANewProfileHasNothingToBeComparedWith() {
        ProfileDraft blank = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        PublishRequest request =
                PublishRequest.builder().expectedImpact(Impact.COMPATIBLE).build();
        fixture.acme().drafts().edit(blank.id(), 1, List.of(new DraftEdit.PutMember(ShopStack.namespace())));

        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().drafts().diff(blank.id()));
        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().drafts().diff(blank.id(), 1));
        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().drafts().publish(blank.id(), request));
        assertThat(fixture.acme().drafts().get(blank.id()).revision()).isEqualTo(2);
    }

    @Test
    void aVersionThatIsNotThereAndAForeignDraftAreNotFound() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = without(first, MemberRef.addon("ingress-nginx"));

        assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().drafts().diff(draft.id(), 2));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().drafts().diff(draft.id()));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().drafts().diff(draft.id(), 1));
    }

    @Test
    void aPublicationWithAnotherImpactThanExpectedIsRefusedAndChangesNothing() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = without(first, MemberRef.addon("ingress-nginx"));

        StackProfileException refused = assertFails(
                ErrorCode.UNEXPECTED_IMPACT,
                () -> fixture.acme().drafts().publish(draft.id(), expecting(Impact.COMPATIBLE)));

        assertThat(((ValidationException) refused).findings())
                .extracting(Finding::code)
                .containsExactly("member-removed");
        assertThat(refused.getMessage())
                .startsWith("the draft is breaking to version 1, not compatible as expected: addon/ingress-nginx: ");
        assertAbsent("the refusal", refused.getMessage(), ShopStack.CANARIES);
        assertThat(fixture.acme().profiles().get(first.profileId()).latestVersion())
                .isEqualTo(1);
        assertThat(fixture.acme().drafts().get(draft.id()).revision()).isEqualTo(draft.revision());
        assertThat(fixture.acme()
                        .drafts()
                        .publish(draft.id(), expecting(Impact.BREAKING))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aDiffIsWrittenInEveryFormatWithoutASecret() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.RemoveMember(MemberRef.manifest("credentials")),
                                new DraftEdit.PutMember(ShopStack.web(4)),
                                new DraftEdit.RemoveMember(MemberRef.addon("grafana"))));
        VersionDiff diff = fixture.acme().drafts().diff(draft.id());

        for (DiffFormat format : DiffFormat.values()) {
            String report = fixture.acme().profiles().renderDiff(diff, format);
            assertThat(report).as("%s", format).contains("credentials").contains("web");
            assertThat(fixture.globex().profiles().renderDiff(diff, format)).isEqualTo(report);
            assertAbsent("the diff as " + format, report, ShopStack.CANARIES);
        }
        assertAbsent("the diff", diff.toString(), ShopStack.CANARIES);
    }

    private ProfileDraft without(ProfileVersion version, MemberRef member) {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        return fixture.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(member)));
    }

    private static PublishRequest expecting(Impact impact) {
        return PublishRequest.builder().expectedImpact(impact).build();
    }
}
