package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SecretSlotsTest {

    private static final Set<String> SECRETS = Set.of("db_password", "licence");

    @Test
    void slotsSayWhereSecretsStandInTheFinalText() {
        CommitMember committed = commit(manifest("""
                # $${{ parameters.domain }} and ${{ parameters.db_password }} in a comment
                data:
                  $${{ parameters.k }}: $$${{ parameters.v }}
                  dsn: postgres://app:${{ parameters.db_password | urlencode }}@db/app?x=$${{ parameters.y }}
                ---
                stringData:
                  licence: "${{ parameters.licence }}"
                  flow: {licence: "${{ parameters.licence | typed }}"}
                  both: ${{ parameters.licence }}$${{ parameters.z }}${{ parameters.db_password | base64 }}
                """));

        String text = committed.member().text().orElseThrow();
        assertThat(text).isEqualTo("""
                        # ${{ parameters.domain }} and ${{ parameters.db_password }} in a comment
                        data:
                          ${{ parameters.k }}: $${{ parameters.v }}
                          dsn: postgres://app:${{ parameters.db_password | urlencode }}@db/app?x=${{ parameters.y }}
                        ---
                        stringData:
                          licence: "${{ parameters.licence }}"
                          flow: {licence: "${{ parameters.licence | typed }}"}
                          both: ${{ parameters.licence }}${{ parameters.z }}${{ parameters.db_password | base64 }}
                        """);
        assertThat(committed.secrets())
                .extracting(
                        SecretSlot::parameter,
                        SecretSlot::filter,
                        SecretSlot::document,
                        SecretSlot::path,
                        slot -> text.substring(slot.start(), slot.end()))
                .containsExactly(
                        row("db_password", "urlencode", 0, "/data/dsn", "${{ parameters.db_password | urlencode }}"),
                        row("licence", null, 1, "/stringData/licence", "${{ parameters.licence }}"),
                        row("licence", null, 1, "/stringData/flow/licence", "${{ parameters.licence | typed }}"),
                        row("licence", null, 1, "/stringData/both", "${{ parameters.licence }}"),
                        row("db_password", "base64", 1, "/stringData/both", "${{ parameters.db_password | base64 }}"));
        for (SecretSlot slot : committed.secrets()) {
            YamlScalar scalar = (YamlScalar) YamlFile.parse(text)
                    .documents()
                    .get(slot.document())
                    .at(slot.path())
                    .orElseThrow();
            assertThat(scalar.span().start()).isLessThanOrEqualTo(slot.start());
            assertThat(scalar.span().end()).isGreaterThanOrEqualTo(slot.end());
        }
    }

    @Test
    void aMemberWithoutSecretsOrEscapesIsTheSameMember() {
        Member member = manifest("data: {a: 1}\n");

        assertThat(commit(member).member()).isSameAs(member);
        assertThat(commit(member).secrets()).isEmpty();
    }

    @Test
    void anAddonWithoutValuesIsTheSameAddon() {
        Member member = Addon.builder()
                .name("redis")
                .chartName("redis")
                .chartVersion("20.1.0")
                .repositoryUrl("https://charts.example.com")
                .build();

        assertThat(commit(member).member()).isSameAs(member);
    }

    @Test
    void aPlaceholderThatIsNotASecretsIsRefused() {
        assertThatThrownBy(() -> commit(manifest("a: ${{ parameters.licenze }}\n")))
                .isInstanceOf(InvalidContentException.class)
                .hasMessage("manifest/licensing, /a, line 1:4: there is no parameter licenze. Did you mean licence?");
    }

    private static CommitMember commit(Member member) {
        return SecretSlots.of(member, SECRETS, Limits.defaults());
    }

    private static Manifest manifest(String content) {
        return Manifest.builder().name("licensing").content(content).build();
    }

    private static Tuple row(String parameter, String filter, int document, String path, String text) {
        return Tuple.tuple(parameter, Optional.ofNullable(filter), document, path, text);
    }
}
