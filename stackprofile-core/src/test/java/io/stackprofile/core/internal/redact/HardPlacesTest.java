package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.addon;
import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in which secrets hid from rules that looked at the obvious ones. */
class HardPlacesTest {

    @Test
    void aSecretsDataBehindAMergeKeyIsRedactedAtTheAnchor() {
        assertThat(redacted("""
                x-data: &data
                  stringData: {note: plain words here}
                <<: *data
                apiVersion: v1
                kind: Secret
                """)).isEqualTo("""
                x-data: &data
                  stringData: {note: "${{ parameters.web_note | typed }}"}
                <<: *data
                apiVersion: v1
                kind: Secret
                """);
    }

    @Test
    void aSecretsDataThatIsAnAliasIsRedactedAtTheAnchor() {
        assertThat(redacted("""
                kind: List
                apiVersion: v1
                items:
                  - {kind: ConfigMap, apiVersion: v1, data: &data {note: cGxhaW4gd29yZHM=}}
                  - kind: Secret
                    apiVersion: v1
                    data: *data
                """)).contains("data: &data {note: \"${{ parameters.web_note | base64 }}\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringData: {a: {b: plain words here}}",
                "stringData: {a: [plain words here]}",
                "stringData: plain words here",
                "data: {a: {b: cGxhaW4gd29yZHMgaGVyZQ==}}"
            })
    void whateverShapeASecretsDataHasItIsRedacted(String data) {
        assertThat(redacted("apiVersion: v1\nkind: Secret\nmetadata: {name: odd}\n" + data + "\n"))
                .doesNotContain("plain words")
                .doesNotContain("cGxhaW4")
                .contains("${{ parameters.odd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENC[A,Zq8f3kLw92Xv0bTn57Rp",
                "ENC[PKCS7,Zq8f3kLw92Xv0bTn57Rp]",
                "ENC(Zq8f3kLw92Xv0bTn57Rp)",
                "$ANSIBLE_VAULT;1.1;AES256 Zq8f3kLw92Xv0bTn57Rp",
                "-----BEGIN PGP MESSAGE----- Zq8f3kLw92Xv0bTn57Rp"
            })
    void whatOnlyBeginsLikeSomethingEncryptedIsNone(String value) {
        assertThat(redacted(
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: odd}\nstringData: {note: '" + value + "'}\n"))
                .doesNotContain("Zq8f3kLw92Xv0bTn57Rp");
    }

    @Test
    void whatFollowsSomethingEncryptedIsLookedAt() {
        assertThat(redacted("""
                notes.env: |
                  -----BEGIN PGP MESSAGE-----

                  hQEMA1vNFaAIHcRBAQf=
                  -----END PGP MESSAGE-----
                  DB_PASSWORD=Zq8f3kLw92Xv0bTn57Rp
                """)).doesNotContain("Zq8f3kLw92Xv0bTn57Rp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY: {password: Zq8f3kLw92Xv0bTn57Rp}", "a: {KEY: x, b: [{KEY: y}]}", "? KEY\n: x"})
    void aKeyThatIsACredentialByItsFormatIsMasked(String text) {
        String token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
        assertThat(redacted(text.replace("KEY", token) + "\n"))
                .contains("[redacted]")
                .doesNotContain(token);
    }

    @Test
    void theItemsOfASecretListAreSecretsThoughTheyDoNotSaySo() {
        assertThat(redacted("""
                apiVersion: v1
                kind: SecretList
                items:
                  - metadata: {name: shop-db}
                    data: {note: cGxhaW4gd29yZHM=}
                """)).contains("data: {note: \"${{ parameters.shop_db_note | base64 }}\"}");
    }

    @Test
    void aBinaryTagGoesWithTheValue() {
        assertThat(redacted("auth:\n  secretKey: !!binary a1Q3d1BxMm1aeDlMYlZjNA==\n"))
                .doesNotContain("!!binary")
                .doesNotContain("a1Q3")
                .contains("${{ parameters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read -p \"Enter password: \" pw; if [ -z \"$TOKEN\" ]; then exit 1; fi",
                "login.password=Password",
                "reset.password=Reset password",
                "hint.password=Enter your password:",
                "PGPASSWORD=\"${PGPASSWORD:-$(cat /run/secrets/pg)}\" psql",
                "stripe.publishable.key=pk_live_51EDSaL56K5e5CpA46Fv2EVJt35iFEPz"
            })
    void theseLinesStay(String line) {
        String map = "kind: ConfigMap\napiVersion: v1\ndata:\n  file: |\n    first=1\n    " + line + "\n";

        assertThat(redacted(map)).isEqualTo(map);
    }

    @Test
    void theNextFlagIsNoValue() {
        String pod = "kind: Pod\napiVersion: v1\nspec: {containers: [{args: [\"--password\", \"--verbose\"]}]}\n";

        assertThat(redacted(pod)).isEqualTo(pod);
    }

    @Test
    void anEightCharacterValueOfASecretIsSearchedForElsewhere() {
        RedactedStack stack = redact(
                manifest("secret", "kind: Secret\napiVersion: v1\nstringData: {blob: OXBLfzV9}\n"),
                manifest("map", "kind: ConfigMap\napiVersion: v1\ndata: {a: x OXBLfzV9 y, b: T1hCTGZ6Vjk=}\n"));

        assertThat(text(stack, "map")).doesNotContain("OXBLfzV9").doesNotContain("T1hCTGZ6Vjk");
    }

    @Test
    void aFileThatShouldBeYamlAndIsNotGoesWholeWhenItNamesSecrets() {
        String map = """
                kind: ConfigMap
                apiVersion: v1
                metadata: {name: app}
                data:
                  app.yaml: |
                    tls: [1
                    token: >-
                      plain words
                      on lines
                  other.yaml: |
                    {{ if .tls }}
                    port: 1
                    {{ end }}
                """;

        assertThat(redacted(map))
                .contains("app.yaml: |\n    ${{ parameters.app_yaml }}\n")
                .contains("{{ if .tls }}\n    port: 1");
    }

    @Test
    void aPropertysValueIsTheRestOfItsLineAndTheLinesThatContinueIt() {
        String map = """
                kind: ConfigMap
                apiVersion: v1
                metadata: {name: app}
                data:
                  app.ini: |
                    [db]
                    password = alpha beta gamma
                    multi.password = first \\
                        second
                    port = 1
                """;

        assertThat(redacted(map)).isEqualTo("""
                kind: ConfigMap
                apiVersion: v1
                metadata: {name: app}
                data:
                  app.ini: |
                    [db]
                    password = ${{ parameters.app_db_password }}
                    multi.password = ${{ parameters.app_multi_password }}
                    port = 1
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<entry key=\"db.password\">kT7wPq2mZx</entry>",
                "<password><![CDATA[kT7wPq2mZx]]></password>",
                "app:kT7wPq2mZx@tcp(db:3306)/shop",
                "https://kT7wPq2mZxkT7wPq2mZx@git.example/app.git",
                "machine git.example login bot password kT7wPq2mZx",
                "ALTER USER app IDENTIFIED BY 'kT7wPq2mZx';",
                "{\"auths\": {\"r.example\": {\"auth\": \"Ym90OmtUN3dQcTJtWng=\"}}}"
            })
    void theseTextsLoseTheirSecret(String text) {
        assertThat(redacted("kind: ConfigMap\napiVersion: v1\ndata:\n  file: |\n    " + text + "\n"))
                .doesNotContain("kT7wPq2mZx")
                .doesNotContain("Ym90OmtU")
                .contains("${{ parameters.");
    }

    @Test
    void aMappingOfPasswordsHasPasswordsWhateverItsKeys() {
        assertThat(text(redact(addon("web", "passwords:\n  bob: tea time\n")), "web"))
                .isEqualTo("passwords:\n  bob: ${{ parameters.passwords_bob }}\n");
    }

    @Test
    void aChartsAddressMayBeItsName() {
        Addon addon = Addon.builder()
                .name("web")
                .chartName("oci://bot:Zq8f3kLw92Xv0bTn57Rp@charts.example/web")
                .chartVersion("1.0.0")
                .registryName("ghp_16C7e42F292c6912E7710c838347Ae178B4a")
                .build();

        assertThat(redact(addon).spec().addons().get(0).toString())
                .contains("oci://bot:[redacted]@charts.example/web", "registryName=[redacted]");
    }

    @Test
    void aSecretMayHoldTheNameOfTheChartBesideIt() {
        Addon chart = Addon.builder()
                .name("metrics")
                .chartName("prometheus")
                .chartVersion("1.0.0")
                .build();
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: odd}\nstringData: {note: prometheus}\n";

        assertThat(redact(manifest("web", secret), chart).spec().addons()).containsExactly(chart);
    }

    @Test
    void aCommentedEntryOfASecretIsMasked() {
        assertThat(redacted("""
                apiVersion: v1
                kind: Secret
                metadata: {name: odd}
                stringData:
                  note: plain words here
                  #older: Zq8f3kLw92Xv0bTn57Rp
                """)).contains("#older: [redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rDgJu7h_VuhP1zDrDZSLzw_WKesTE8E3b3X3rWyo0UicOBEUVyuUf0guWgZoD0Xa",
                "eKw4Cbu4f1boT9cw6w2Ui88P1inrExPBN291961sqNFInDgRFFcrlH9ILloGaA9F2g==",
                "ac3809bbb87f56e84fd730eb0d948bcf0fd629eb1313c1376f75f7ad6ca8d1489c381114572b947f482e5a06680f45da"
            })
    void bytesOfASecretAreFoundInOtherForms(String form) {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: odd}\ndata:\n"
                + "  key: rDgJu7h/VuhP1zDrDZSLzw/WKesTE8E3b3X3rWyo0UicOBEUVyuUf0guWgZoD0Xa\n";

        assertThat(text(redact(manifest("odd", secret), manifest("web", "a: " + form + "\n")), "web"))
                .doesNotContain(form);
    }

    @Test
    void aDefaultThatIsASecretElsewhereMakesASecretOfItsParameter() {
        String secret =
                "apiVersion: v1\nkind: Secret\nmetadata: {name: odd}\nstringData: {note: Zq8f3kLw92Xv0bTn57Rp}\n";
        Parameter region = Parameter.builder()
                .name("REGION")
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of("Zq8f3kLw92Xv0bTn57Rp"))
                .build();

        RedactedStack redacted = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(
                        RedactorTest.stack(manifest("odd", secret), manifest("web", "a: ${{ parameters.REGION }}\n")),
                        List.of(region),
                        RedactionContext.none());

        assertThat(redacted.parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo("REGION");
            assertThat(parameter.type()).isEqualTo(ParameterType.SECRET);
            assertThat(parameter.defaultValue()).isEmpty();
        });
    }

    private static String redacted(String text) {
        return text(redact(manifest("web", text)), "web");
    }
}
