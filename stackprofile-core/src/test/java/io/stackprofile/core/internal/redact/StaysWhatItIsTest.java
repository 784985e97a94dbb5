package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What encloses a secret in an embedded document stays: quotes, commas; so does the time it takes. */
class StaysWhatItIsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"kT7w\\u0026Pq2mZx9Lb\", \"port\": 1}",
                "{\"token\": \"Zk9\\/Zk8abcdefgh12345\"}",
                "{\"password\": \"kT7w\\\"Pq2mZx9Lb\", \"note\": \"kT7w\\\"Pq2mZx9Lb\"}"
            })
    void jsonStaysJson(String json) {
        String redacted = embedded("app.json", json);

        assertThat(redacted).contains("${{ parameters.").doesNotContain("Pq2m", "Zk8abc");
        assertThatCode(() -> JsonMapper.builder().build().readTree(redacted)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcp.credentials", "app.properties", ".npmrc", "app.env"})
    void jsonUnderAnotherNameIsJson(String name) {
        String json = "{\n  \"type\": \"sftp\",\n  \"password\": \"hunter22\",\n  \"port\": 22\n}\n";

        assertThat(embedded(name, json)).isEqualTo(json.replace("hunter22", token(embedded(name, json))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql -p'@' -e x", "mysql -u root -p\"@\" db", "sshpass -p'@' ssh h", "mysql -p@ db"})
    void anAttachedPasswordKeepsItsQuotes(String command) {
        String redacted = embedded("run.sh", command.replace("@", "kT7wPq2mZx9L") + "\n");

        assertThat(redacted.strip()).isEqualTo(command.replace("@", token(redacted)));
    }

    @Test
    void manySecretsOfOneNameInOneTextTakeNoMoreThanTheirNumber() {
        String text = IntStream.range(0, 4000)
                .mapToObj(i -> "DB_PASSWORD=" + UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}) + "\n")
                .collect(Collectors.joining());

        Assertions.assertTimeout(Duration.ofSeconds(30), () -> embedded("app.env", text));
    }

    private static String token(String text) {
        int from = text.indexOf("${{");
        return text.substring(from, text.indexOf("}}", from) + 2);
    }

    private static String embedded(String name, String text) {
        RedactedStack redacted = redact(manifest(
                "m",
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  \"" + name + "\": "
                        + YamlValue.of(text).json() + "\n"));
        YamlScalar scalar = (YamlScalar) YamlFile.parse(text(redacted, "m"))
                .documents()
                .get(0)
                .at("/data/" + name)
                .orElseThrow()
                .resolve();
        return scalar.text();
    }
}
