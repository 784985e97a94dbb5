package io.stackprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void namesHaveOneShapeEach() {
        assertThat(Names.isLabel("platform-baseline")).isTrue();
        assertThat(Names.isLabel("Platform")).isFalse();
        assertThat(Names.isLabel("-x")).isFalse();
        assertThat(Names.normalise("My Stack_01!")).isEqualTo("my-stack-01");
        assertThat(Names.normalise("___")).isEqualTo("stack");
        assertThatThrownBy(() -> Names.profile("name", "01890000-0000-7000-8000-000000000000"))
                .hasMessageContaining("UUID");
        assertThatThrownBy(() -> Names.parameter("name", "1st")).hasMessageContaining("a letter");
        assertThatThrownBy(() -> Names.channel("channel", "Beta")).hasMessageContaining("lower-case");
    }

    @Test
    void aSecretNeverShowsInText() {
        SecretValue secret = SecretValue.of("Quarry!Lantern*88213");

        assertThat(secret.toString()).isEqualTo("[secret]");
        assertThat(secret.revealText()).isEqualTo("Quarry!Lantern*88213");
        secret.close();
        assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTextOfAMemberOrADocumentIsNotPartOfWhatAValueSays() {
        String text = "password: Quarry!Lantern*88213";
        Manifest manifest = Manifest.builder().name("db").content(text).build();
        Addon addon = Addon.builder()
                .name("db")
                .chartName("postgresql")
                .chartVersion("16.2.1")
                .values(text)
                .build();

        assertThat(List.of(
                        manifest,
                        addon,
                        new DraftEdit.PutMember(manifest),
                        StackSpec.builder().addMembers(manifest, addon).build(),
                        // A secret may be given as a value by mistake; that it is one is found out later.
                        Binding.of("db_password", ParameterValue.of(text)),
                        ImportRequest.builder().content(text).build()))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("Quarry"));
    }

    @Test
    void aTextThatIsNoReferenceIsNotRepeated() {
        assertThatThrownBy(() -> SecretRef.parse("Quarry!Lantern*88213")).hasMessageNotContaining("Quarry");
        assertThat(SecretRef.parse("env:GRAFANA_PW")).isEqualTo(SecretRef.env("GRAFANA_PW"));
        assertThat(SecretRef.kubernetes("shop", "db", "password")).hasToString("kubernetes:shop/db/password");
    }

    @Test
    void aParameterSaysWhichOfItsFieldsDoNotFit() {
        assertThatThrownBy(() -> Parameter.builder()
                        .name("db_password")
                        .type(ParameterType.SECRET)
                        .defaultValue(ParameterValue.of("x"))
                        .build())
                .hasMessage("parameter db_password: a secret has no default");
        assertThatThrownBy(() -> Parameter.builder()
                        .name("size")
                        .type(ParameterType.ENUM)
                        .build())
                .hasMessageContaining("parameter size: enumValues");
    }

    @Test
    void aStackHasNoTwoMembersOfOneReference() {
        Manifest one =
                Manifest.builder().name("ns").content("kind: Namespace\n").build();

        assertThatThrownBy(() -> StackSpec.builder().addMembers(one, one).build())
                .hasMessageContaining("manifest/ns");
    }

    @Test
    void membersWithOtherTextAreOtherwiseTheSame() {
        Manifest one = Manifest.builder()
                .name("ns")
                .namespace("shop")
                .content("a")
                .addParents(MemberRef.addon("x"))
                .build();

        assertThat(one.withText("b").withText("a")).isEqualTo(one);
        assertThat(StackSpec.builder()
                        .addMembers(one)
                        .build()
                        .with(one.withText("b"))
                        .find(one.ref()))
                .contains(one.withText("b"));
    }

    @Test
    void anErrorSaysWhatWhereAndWhatToDo() {
        InvalidContentException failure = new InvalidContentException(
                ErrorCode.MALFORMED,
                "a mapping is not closed",
                "Close it.",
                Location.builder()
                        .file("manifests/ns.yaml")
                        .member(MemberRef.manifest("ns"))
                        .document(1)
                        .path("/metadata")
                        .line(12)
                        .column(3)
                        .build());

        assertThat(failure)
                .hasMessage("manifests/ns.yaml, manifest/ns, document 2, /metadata, line 12:3:"
                        + " a mapping is not closed. Close it.");
    }
}
