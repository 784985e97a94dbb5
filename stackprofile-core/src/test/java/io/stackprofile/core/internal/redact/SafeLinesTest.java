package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.Redaction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where finds stood tells nothing of how long the secrets were. */
class SafeLinesTest {

    private static final String SECRET = "kT7wPq2mZx9L";

    @Test
    void aLongerSecretOnTheSameLineGivesTheSameReport() {
        String pair =
                "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {first: %s, second: Zr8vKq3nWx5T}\n";

        assertThat(report(pair, SECRET + SECRET + SECRET)).isEqualTo(report(pair, SECRET));
    }

    @Test
    void aSecretOfMoreLinesGivesTheSameReport() {
        String block =
                "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData:\n  first: |\n%s  second: Zr8vKq3nWx5T\n";
        String line = "    " + SECRET + "\n";

        assertThat(report(block, line + line + line)).isEqualTo(report(block, line + line));
    }

    @Test
    void whatStandsBeforeASecretOfManyLinesKeepsItsLine() {
        List<Redaction> report = report(
                "apiVersion: v1\nkind: Secret\nstringData:\n  first: %s\n  second: |\n    one\n    two\n", SECRET);

        assertThat(report.get(0).location().line()).contains(4);
        assertThat(report.get(1).location().line()).contains(5);
    }

    private static List<Redaction> report(String text, String secret) {
        return redact(manifest("db", text.formatted(secret))).redactions();
    }
}
