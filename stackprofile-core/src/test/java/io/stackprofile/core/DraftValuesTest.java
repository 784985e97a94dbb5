package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftValuesTest {

    private static final String PLANTED = "Marble-Otter_40771x";
    private static final MemberRef WEB = MemberRef.manifest("web");
    private static final String TEXT = """
            # the shop's front
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name:   web      # kept
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2   # by hand
              template:
                spec:
                  containers:
                    - name: web
                      image: 'web:1'
            """;

    private final EngineFixture fixture = new EngineFixture();
    private final ProfileDraft draft = edit(
            fixture.acme().drafts().create(CreateDraftRequest.blank("tiny")),
            new DraftEdit.AddMember(Manifest.builder().name("web").content(TEXT).build()),
            new DraftEdit.AddMember(Manifest.builder()
                    .name("later")
                    .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: later}\n")
                    .addParents(WEB)
                    .build()));

    @Test
    void valuesAreSetAddedAndRemovedAndTheRestStaysByteForByte() {
        ProfileDraft edited = edit(
                draft,
                new DraftEdit.SetValue(WEB, 1, "/spec/replicas", 3),
                new DraftEdit.SetValue(WEB, 1, "/spec/template/spec/containers/0/image", "web:2"),
                new DraftEdit.AddValue(WEB, 1, "/spec/template/spec/containers/-", Map.of("name", "log")),
                DraftEdit.AddValue.of(WEB, "/data", Map.of("mode", "yes")),
                DraftEdit.RemoveValue.of(WEB, "/metadata/name"),
                DraftEdit.AddValue.of(WEB, "/metadata/name", "front"));

        assertThat(text(edited))
                .isEqualTo(TEXT.replace("replicas: 2 ", "replicas: 3 ")
                        .replace("web:1", "web:2")
                        .replace("image: 'web:2'\n", "image: 'web:2'\n        - name: log\n")
                        .replace("  name:   web      # kept\n", "  name: front\ndata:\n  mode: \"yes\"\n"));
        assertThat(edited.revision()).isEqualTo(draft.revision() + 1);
    }

    @Test
    void aSecretThatIsSetIsRedactedBeforeItIsStored() {
        DraftEdit secret = DraftEdit.SetValue.of(WEB, "/data", Map.of("password", PLANTED));
        ProfileDraft edited = edit(draft, secret);

        assertThat(edited.parameters()).extracting(Parameter::type).containsExactly(ParameterType.SECRET);
        assertThat(text(edited)).contains("password: ${{ parameters.");
        ProfileDraft stored = fixture.acme().drafts().get(draft.id());
        assertAbsent("the draft", ShopStack.shown(edited, edited.spec()), List.of(PLANTED));
        assertAbsent("the stored draft", ShopStack.shown(stored, stored.spec()), List.of(PLANTED));
        assertAbsent("the edit", secret.toString(), List.of(PLANTED));
    }

    @Test
    void aSecretThatIsSetIsNotMadeAParameterOrMovedByTheSameEdits() {
        StackProfileException refused = assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> edit(
                        draft,
                        DraftEdit.SetValue.of(WEB, "/data", Map.of("password", PLANTED)),
                        new DraftEdit.RenameMember(WEB, "front"),
                        DraftEdit.Parameterise.of(MemberRef.manifest("front"), "/data/password", "word")));

        assertAbsent(refused, List.of(PLANTED));
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void aPathThatLeadsNowhereIsRefusedAndNothingChanges() {
        for (DraftEdit edit : List.of(
                DraftEdit.SetValue.of(WEB, "/gone/deep", PLANTED),
                DraftEdit.SetValue.of(WEB, "", PLANTED),
                DraftEdit.SetValue.of(WEB, "no-slash", PLANTED),
                DraftEdit.AddValue.of(WEB, "/kind", PLANTED),
                DraftEdit.RemoveValue.of(WEB, "/gone"),
                new DraftEdit.SetValue(WEB, 2, "/kind", PLANTED),
                new DraftEdit.AddMember(
                        Manifest.builder().name("web").content(PLANTED).build()),
                new DraftEdit.RenameMember(WEB, "later"))) {
            StackProfileException refused = assertFails(
                    ErrorCode.INVALID_REQUEST,
                    () -> edit(
                            draft,
                            new DraftEdit.RemoveMember(MemberRef.manifest("later")),
                            new DraftEdit.AddMember(draft.spec()
                                    .find(MemberRef.manifest("later"))
                                    .orElseThrow()),
                            edit));
            assertThat(refused.location().member()).isPresent();
            assertAbsent(refused, List.of(PLANTED));
        }
        assertFails(ErrorCode.NOT_FOUND, () -> edit(draft, DraftEdit.SetValue.of(MemberRef.addon("web"), "/a", 1)));
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
        assertThatThrownBy(() -> DraftEdit.SetValue.of(WEB, "/a", new StringBuilder(PLANTED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(PLANTED);
    }

    @Test
    void edgesAndTheReportFollowAMemberThatIsRenamedAndItsSecretsKeepTheirNames() {
        ProfileDraft secret = edit(draft, DraftEdit.SetValue.of(WEB, "/data", Map.of("password", PLANTED)));
        String name = secret.parameters().get(0).name();

        ProfileDraft renamed = edit(secret, new DraftEdit.RenameMember(WEB, "front"));
        ProfileDraft again =
                edit(renamed, DraftEdit.SetValue.of(MemberRef.manifest("front"), "/data/password", PLANTED + "9"));

        MemberRef front = MemberRef.manifest("front");
        assertThat(renamed.spec().members())
                .extracting(Member::ref)
                .containsExactly(front, MemberRef.manifest("later"));
        assertThat(renamed.spec().members().get(1).parents()).containsExactly(front);
        assertThat(renamed.report().redactions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.location().member()).contains(front));
        assertThat(renamed.parameters()).isEqualTo(secret.parameters());
        assertThat(again.parameters()).extracting(Parameter::name).containsExactly(name);
    }

    @Test
    void aStaleRevisionIsRefusedWithTheCurrentOne() {
        edit(draft, DraftEdit.RemoveValue.of(WEB, "/metadata/name"));

        ConflictException stale = (ConflictException)
                assertFails(ErrorCode.STALE_REVISION, () -> edit(draft, DraftEdit.SetValue.of(WEB, "/kind", "Secret")));

        assertThat(stale.currentRevision()).contains(draft.revision() + 1);
        assertThat(text(fixture.acme().drafts().get(draft.id()))).contains("kind: ConfigMap");
    }

    private ProfileDraft edit(ProfileDraft from, DraftEdit... edits) {
        return fixture.acme().drafts().edit(from.id(), from.revision(), List.of(edits));
    }

    private static String text(ProfileDraft draft) {
        return draft.spec().find(WEB).flatMap(Member::text).orElseThrow();
    }
}
