package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameteriseTest {

    private static final String PLANTED = "Marble-Otter_40771x";
    private static final MemberRef WEB = MemberRef.manifest("web");
    private static final String TEXT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2 # enough
              note: %s
              password: %s
            """;

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aSuggestionIsTakenOverPublishedAndSeenInTheInfluenceMap() {
        ProfileDraft draft = draft("none", PLANTED);
        List<ParameterSuggestion> suggestions = fixture.acme().drafts().suggest(draft.id());
        assertThat(suggestions).extracting(ParameterSuggestion::name).containsExactly("web_replicas");

        fixture.acme()
                .drafts()
                .edit(draft.id(), draft.revision(), DraftEdit.Parameterise.of(suggestions.get(0), "scale"));
        ProfileVersion version = fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());

        assertThat(version.spec().find(WEB).orElseThrow().text().orElseThrow())
                .contains("replicas: ${{ parameters.scale }} # enough");
        assertThat(fixture.acme().profiles().suggest(version.profileId(), 1)).isEmpty();
        assertThat(fixture.acme().profiles().influence(version.profileId(), 1))
                .extracting(ParameterUse::dead)
                .containsOnly(false);
        assertThat(fixture.acme().profiles().inputsSchema(version.profileId(), 1))
                .contains("\"scale\":{\"type\":\"number\",\"x-order\":1,\"default\":2}");
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().influence(version.profileId(), 1));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().suggest(version.profileId(), 1));
    }

    @Test
    void aSecretThatComesWithTheSameEditsIsNotMadeADefault() {
        ProfileDraft draft = draft("none", "${{ parameters.x }}");
        StackProfileException refused = assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> fixture.acme()
                        .drafts()
                        .edit(
                                draft.id(),
                                draft.revision(),
                                List.of(
                                        new DraftEdit.PutMember(web("none", PLANTED)),
                                        DraftEdit.Parameterise.of(WEB, "/spec/password", "note"))));

        assertAbsent(refused, List.of(PLANTED));
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void aCredentialInlinedByTheSameEditsIsNotMadeADefault() {
        ProfileDraft draft = draft("none", "${{ parameters.open }}");
        ProfileDraft declared =
                edit(draft, new DraftEdit.PutParameter(text("open").build()));
        StackProfileException refused = assertRefused(
                declared,
                DraftEdit.InlineParameter.of("open", ParameterValue.of(PLANTED)),
                DraftEdit.Parameterise.of(WEB, "/spec/password", "note"));
        assertAbsent(refused, List.of(PLANTED));
    }

    @Test
    void aDefaultThatComesWithTheSameEditsKeepsTheNameThatTellsItIsASecret() {
        ProfileDraft draft = draft("${{ parameters.db_password }}", "${{ parameters.x }}");
        DraftEdit put = new DraftEdit.PutParameter(
                text("db_password").defaultValue(ParameterValue.of(PLANTED)).build());
        List.of(new DraftEdit.RenameParameter("db_password", "plain"), DraftEdit.InlineParameter.of("db_password"))
                .forEach(edit -> assertAbsent(assertRefused(draft, put, edit), List.of(PLANTED)));
        assertAbsent("the draft", edit(draft, put).toString(), List.of(PLANTED));
    }

    @Test
    void aRedactedValueIsNoLiteralAndASecretNoTarget() {
        ProfileDraft draft = draft("none", PLANTED);
        String secret = draft.parameters().get(0).name();
        assertRefused(draft, DraftEdit.Parameterise.of(WEB, "/spec/password", "note"));
        assertRefused(draft, DraftEdit.Parameterise.of(WEB, "/spec/note", secret));
        assertRefused(draft, DraftEdit.InlineParameter.of(secret, ParameterValue.of("x")));
    }

    @Test
    void aCredentialInlinedIntoATextIsRedactedAgain() {
        ProfileDraft draft = draft("none", PLANTED);
        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        draft.revision(),
                        List.of(
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("open")
                                        .type(ParameterType.STRING)
                                        .build()),
                                new DraftEdit.PutMember(web("none", "${{ parameters.open }}")),
                                DraftEdit.InlineParameter.of("open", ParameterValue.of(PLANTED))));

        assertThat(edited.parameters()).extracting(Parameter::type).containsOnly(ParameterType.SECRET);
        assertAbsent("the draft", edited.toString(), List.of(PLANTED));
        assertAbsent("its text", edited.spec().find(WEB).orElseThrow().text().orElseThrow(), List.of(PLANTED));
    }

    @Test
    void aRenamedSecretKeepsItsPlaceInTheReport() {
        ProfileDraft draft = draft("none", PLANTED);
        String secret = draft.parameters().get(0).name();
        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(draft.id(), draft.revision(), List.of(new DraftEdit.RenameParameter(secret, "pw")));

        assertThat(edited.report().redactions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.parameter()).contains("pw"));
        assertThat(edited.parameters()).extracting(Parameter::name).containsExactly("pw");
    }

    private StackProfileException assertRefused(ProfileDraft draft, DraftEdit... edits) {
        StackProfileException refused = assertFails(ErrorCode.INVALID_REQUEST, () -> edit(draft, edits));
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
        return refused;
    }

    private ProfileDraft edit(ProfileDraft draft, DraftEdit... edits) {
        return fixture.acme().drafts().edit(draft.id(), draft.revision(), List.of(edits));
    }

    private static Parameter.Builder text(String name) {
        return Parameter.builder().name(name).type(ParameterType.STRING);
    }

    private ProfileDraft draft(String note, String password) {
        ProfileDraft blank = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        return fixture.acme()
                .drafts()
                .edit(blank.id(), blank.revision(), List.of(new DraftEdit.PutMember(web(note, password))));
    }

    private static Manifest web(String note, String password) {
        return Manifest.builder()
                .name("web")
                .content(TEXT.formatted(note, password))
                .build();
    }
}
