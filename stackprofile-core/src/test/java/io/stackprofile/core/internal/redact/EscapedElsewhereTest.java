package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret taken in the escapes of its document is found where it stands without them. */
class EscapedElsewhereTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"{\\\"password\\\":\\\"kT7w\\\\\\\"Pq2mZx9L\\\"}\"} ~ kT7w\"Pq2mZx9L",
                "{\"a\":\"{\\\"password\\\":\\\"kT7w\\\\\\\\Pq2mZx9L\\\"}\"} ~ kT7w\\Pq2mZx9L",
                "password: 'it''s-kT7wPq2mZx9L' ~ it's-kT7wPq2mZx9L",
                "<a><password>kT7w&amp;Pq2mZx9L</password></a> ~ kT7w&Pq2mZx9L",
                "export DB_PASSWORD=\"kT7w\\$Pq2mZx9L\" ~ kT7w$Pq2mZx9L"
            })
    void whatItMeansIsSearchedForToo(String document, String secret) {
        String source = "data:\n  doc: |\n    # kept\n    " + document + "\n  note: " + quoted(secret) + "\n";

        String redacted = text(redact(manifest("m", source)), "m");

        assertThat(redacted).contains("note: '${{ parameters.").doesNotContain("Pq2mZx9L");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
