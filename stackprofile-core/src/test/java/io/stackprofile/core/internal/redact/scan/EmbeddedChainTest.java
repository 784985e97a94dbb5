package io.stackprofile.core.internal.redact.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.TextKind;
import io.stackprofile.yaml.YamlLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What had to be read to find a secret, and what reading may cost. */
class EmbeddedChainTest {

    private static final String CANARY = "kT7wPq2mZx9LbVc4";
    private static final String ENV = "DB_HOST=db\nDB_PASSWORD=" + CANARY + "\n";

    @Test
    void aDocumentInADocumentIsNamedFromTheOutside() {
        assertThat(only("{\"app\": \"db.password=" + CANARY + "\\nport=1\\n\"}", "app.json")
                        .chain())
                .containsExactly("json", "ini");
        assertThat(only("x:\n  app.properties: |\n    db.password=" + CANARY + "\n    port=1\n", "app.yaml")
                        .chain())
                .containsExactly("yaml", "properties");
    }

    @Test
    void base64ThatHoldsASecretGoesWhole() {
        String blob = base64(ENV.getBytes(StandardCharsets.UTF_8));
        Hit hit = only("[app]\nblob = " + blob + "\n", "app.ini");

        assertThat(hit.chain()).containsExactly("ini", "base64", "env");
        assertThat(hit.filter()).isEqualTo(Filter.BASE64);
        assertThat(hit.secret()).isEqualTo(ENV);
        assertThat(hit.to() - hit.from()).isEqualTo(blob.length());
    }

    @Test
    void soDoesBase64OfBase64AndOfCompressedTextAndOfWhatPowerShellTakes() {
        String twice = base64(base64(ENV.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        String packed = base64(gzip(ENV.getBytes(StandardCharsets.UTF_8)));
        String wide = base64(("$password = \"" + CANARY + "\"; run").getBytes(StandardCharsets.UTF_16LE));

        assertThat(only(twice, "blob").chain()).containsExactly("base64", "base64", "env");
        assertThat(only(packed, "blob").chain()).containsExactly("base64", "gzip", "env");
        assertThat(only(packed, "blob").secret()).isEqualTo(packed);
        assertThat(only(wide, "blob").chain()).startsWith("base64", "utf-16");
        assertThat(only("powershell -EncodedCommand " + wide, "command").chain())
                .contains("utf-16");
    }

    @Test
    void whatUnpacksToMoreThanItsShareIsLeftPacked() {
        byte[] bomb = new byte[80 * 1024 * 1024];
        assertThat(find(base64(gzip(bomb)), "blob")).isEmpty();
    }

    @Test
    void nothingPrintsWhatItFound() {
        for (Hit hit : find(ENV, "app.env")) {
            assertThat(hit.toString()).doesNotContain(CANARY);
        }
        TextKind.ENV
                .read(ENV)
                .forEach(entry -> assertThat(entry + " " + entry.value())
                        .doesNotContain(CANARY)
                        .doesNotContain("DB_PASSWORD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=\"",
                "{\"a\":",
                "<a b='",
                "<!--",
                "<![CDATA[",
                "$(",
                "${x:-",
                "`",
                "<<E",
                "<<A\n",
                "\\\n",
                "x=\\\"",
                "'''",
                "insert into t(a)values('",
                "password=x1y2Z3w4;",
                "-p a ",
                "\n[a]\n",
                "a:b\n",
                "export A=$(\n",
                "{{",
                "a\n ",
                "sh -c \"",
                "a = <<EOF\n",
                "password=\"",
                "\"$(",
                "password=x1y2Z3w4\n"
            })
    void hostileTextIsReadByEveryReader(String piece) {
        String text = piece.repeat(60_000 / piece.length());

        for (TextKind kind : TextKind.values()) {
            assertThat(kind.read(text).size()).isLessThanOrEqualTo(text.length());
        }
        assertThat(find(text, "data").size()).isLessThanOrEqualTo(text.length());
    }

    private static Hit only(String text, String name) {
        List<Hit> hits = find(text, name);
        assertThat(hits).hasSize(1);
        return hits.get(0);
    }

    private static List<Hit> find(String text, String name) {
        return new EmbeddedScan(Knowledge.builtIn(), YamlLimits.DEFAULT)
                .find(text, Place.root().entry(name, null));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return out.toByteArray();
    }
}
