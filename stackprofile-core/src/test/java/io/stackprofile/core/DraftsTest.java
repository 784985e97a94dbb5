package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.DraftId;
import io.stackprofile.PageRequest;
import io.stackprofile.Role;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftSummary;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final String PLANTED = "Marble-Otter_40771x";

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aBlankDraftIsEditedValidatedAndPublishedAsANewProfile() {
        ProfileDraft blank = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(
                        blank.id(),
                        blank.revision(),
                        List.of(
                                new DraftEdit.PutMember(ShopStack.manifest("ns", """
                                        apiVersion: v1
                                        kind: Namespace
                                        metadata:
                                          name: ${{ parameters.namespace }}
                                        """)),
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("namespace")
                                        .type(ParameterType.STRING)
                                        .defaultValue(ParameterValue.of("tiny"))
                                        .build())));

        assertThat(edited.revision()).isEqualTo(2);
        assertThat(fixture.acme().drafts().validate(blank.id()).publishable()).isTrue();
        ProfileVersion version = fixture.acme()
                .drafts()
                .publish(
                        blank.id(),
                        PublishRequest.builder()
                                .channel("beta")
                                .changelog("First.")
                                .build());

        assertThat(version.version()).isEqualTo(1);
        assertThat(version.channel()).isEqualTo("beta");
        assertThat(version.changelog()).contains("First.");
        assertThat(version.provenance().origin()).isEqualTo(Provenance.Origin.DRAFT);
        assertThat(fixture.acme().profiles().find("tiny").id()).isEqualTo(version.profileId());
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().drafts().get(blank.id()));
    }

    @Test
    void aDraftOfAProfileBecomesItsNextVersion() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        fixture.acme()
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(MemberRef.addon("ingress-nginx"))));

        ProfileVersion second = fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.spec()).isEqualTo(first.spec().without(MemberRef.addon("ingress-nginx")));
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void whoPublishesAgainLearnsWhereTheVersionIs() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        PublishRequest request = PublishRequest.builder().build();
        ProfileVersion second = fixture.acme().drafts().publish(draft.id(), request);

        assertThatThrownBy(() -> fixture.acme().drafts().publish(draft.id(), request))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("provenance");

        assertThat(second.provenance().draft()).contains(draft.id().toString());
        assertThat(fixture.acme().profiles().get(first.profileId()).latestVersion())
                .isEqualTo(2);
    }

    @Test
    void aDraftWhoseBaseWentStaleIsNotPublished() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft early = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        ProfileDraft late = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        fixture.acme().drafts().publish(early.id(), PublishRequest.builder().build());

        assertFails(
                ErrorCode.STALE_REVISION,
                () -> fixture.acme()
                        .drafts()
                        .publish(late.id(), PublishRequest.builder().build()));

        assertThat(fixture.acme().profiles().get(first.profileId()).latestVersion())
                .isEqualTo(2);
        assertThat(fixture.acme().drafts().get(late.id()).spec()).isEqualTo(first.spec());
    }

    @Test
    void anEditFromAnOldRevisionIsRefusedAndChangesNothing() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        List<DraftEdit> edit = List.of(new DraftEdit.PutMember(ShopStack.namespace()));
        fixture.acme().drafts().edit(draft.id(), 1, edit);

        assertFails(ErrorCode.STALE_REVISION, () -> fixture.acme().drafts().edit(draft.id(), 1, edit));

        assertThat(fixture.acme().drafts().get(draft.id()).revision()).isEqualTo(2);
    }

    @Test
    void aSecretPutIntoADraftIsRedactedBeforeItIsStored() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));

        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.PutMember(ShopStack.manifest("db", """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: db
                        stringData:
                          password: %s
                        """.formatted(
                                PLANTED)))));

        assertThat(edited.report().redactions()).hasSize(1);
        assertThat(edited.parameters()).extracting(Parameter::type).containsExactly(ParameterType.SECRET);
        assertAbsent("the draft", ShopStack.shown(edited, edited.spec()), List.of(PLANTED));
        ProfileDraft stored = fixture.acme().drafts().get(draft.id());
        assertAbsent("the stored draft", ShopStack.shown(stored, stored.spec()), List.of(PLANTED));
    }

    @Test
    void aDefaultThatIsASecretWhereItStandsIsRedactedWhateverItsParameterIsCalled() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        Parameter open = text("open", PLANTED);
        Parameter part = text("part", "Sorrel-Heron_88213q");
        Parameter host = text("host", "db.shop.example");

        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutParameter(open),
                                new DraftEdit.PutParameter(part),
                                new DraftEdit.PutParameter(host),
                                new DraftEdit.PutMember(ShopStack.manifest("db", """
                                        apiVersion: v1
                                        kind: Database
                                        spec: {host: "${{ parameters.host }}", password: "${{ parameters.open }}"}
                                        ---
                                        url: postgres://app:${{ parameters.part | urlencode }}@${{ parameters.host }}/app
                                        """))));

        assertThat(edited.parameters())
                .extracting(Parameter::name, Parameter::type)
                .containsExactly(
                        tuple("open", ParameterType.SECRET),
                        tuple("part", ParameterType.SECRET),
                        tuple("host", ParameterType.STRING));
        assertThat(edited.parameters().get(2)).isEqualTo(host);
        List<String> canaries = List.of(PLANTED, "Sorrel-Heron_88213q");
        assertAbsent("the draft", ShopStack.shown(edited, edited.spec()), canaries);
        ProfileDraft stored = fixture.acme().drafts().get(draft.id());
        assertAbsent("the stored draft", ShopStack.shown(stored, stored.spec()), canaries);
    }

    private static Parameter text(String name, String value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    @Test
    void aCredentialAmongAParametersChoicesIsRefusedAndNothingIsStored() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        Parameter parameter = Parameter.builder()
                .name("source")
                .type(ParameterType.ENUM)
                .addEnumValues("none", ShopStack.GITHUB_TOKEN)
                .build();

        StackProfileException failure = assertFails(
                ErrorCode.SECRET_EXPOSED,
                () -> fixture.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutParameter(parameter))));

        assertAbsent(failure, ShopStack.CANARIES);
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void validationFindsEverythingAtOnce() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(ShopStack.manifest(
                                        "ns",
                                        "kind: Namespace\nmetadata:\n  name: ${{ parameters.nmae }}\n",
                                        MemberRef.manifest("gone"))),
                                new DraftEdit.PutMember(io.stackprofile.stack.Addon.builder()
                                        .name("ingress")
                                        .chartName("ingress-nginx")
                                        .chartVersion("^4.0.0")
                                        .build()),
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("name")
                                        .type(ParameterType.STRING)
                                        .pattern("(")
                                        .build())));

        List<Finding> findings = fixture.acme().drafts().validate(draft.id()).findings();

        assertThat(findings)
                .extracting(Finding::code)
                .contains("unknown-parent", "inexact-chart-version")
                .hasSizeGreaterThanOrEqualTo(4);
        ValidationException refused = (ValidationException) assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> fixture.acme()
                        .drafts()
                        .publish(draft.id(), PublishRequest.builder().build()));
        assertThat(refused.findings()).isEqualTo(findings);
    }

    @Test
    void aDraftFromAStackIsRedactedLikeACapture() {
        ProfileVersion captured = fixture.captureShop();

        ProfileDraft draft = fixture.acme()
                .drafts()
                .create(CreateDraftRequest.builder()
                        .name("from-stack")
                        .cluster("prod")
                        .stack("shop")
                        .includeAddonConfigurations(true)
                        .build());

        assertThat(draft.spec()).isEqualTo(captured.spec());
        assertThat(draft.parameters()).isEqualTo(captured.parameters());
        assertThat(fixture.acme().drafts().list(PageRequest.first()).items())
                .extracting(DraftSummary::name)
                .containsExactly("from-stack");
        assertAbsent("the draft", ShopStack.shown(draft, draft.spec()), ShopStack.CANARIES);
    }

    @Test
    void draftsBelongToTheirOrganisationAndNeedAnEditor() {
        DraftId id =
                fixture.acme().drafts().create(CreateDraftRequest.blank("tiny")).id();

        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().drafts().get(id));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.VIEWER).drafts().get(id));
        fixture.acme().drafts().delete(id);
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().drafts().get(id));
    }
}
