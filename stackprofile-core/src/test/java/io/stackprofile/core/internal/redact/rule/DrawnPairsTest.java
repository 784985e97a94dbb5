package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that nothing but the lengths of their parts gives away. */
class DrawnPairsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%h24:%h64",
                "%h8-%h4-%h4-%h4-%h12:%h32",
                "%h32.%a16",
                "%h8.%h35",
                "%h24.%h32",
                "%h32-%h8-%h8",
                "%a64_%a4_%h8-%h4-%h4-%h4-%h12",
                "%a24.v1.%a60.%h64",
                "2%a26_%a21",
                "%a6.%a6:%a43",
                "default:production.%h56",
                "*:*.%h56",
                "t-%h38",
                "1-%a64"
            })
    void aTokenIsFoundWhateverStandsAroundIt(String shape) {
        String token = Example.fill(shape, 1);
        assertThat(DrawnPairs.find(token)).hasSize(1);
        assertThat(DrawnPairs.find("--input=" + token + "\n")).hasSize(1);
        assertThat(DrawnPairs.find("a: \"" + token + "\", b.")).hasSize(1);
        assertThat(DrawnPairs.find("Use " + token + ".")).hasSize(1);
        assertThat(DrawnPairs.find(token).toString()).doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:%h64",
                "registry.example/acme/web:%h40",
                "registry.example/acme/web@sha256:%h64",
                "main.%h20.chunk.js",
                "%h8-%h4-%h4-%h4-%h12",
                "%h32",
                "00-%h32-%h16-01",
                "https://cdn.example/%h24.%h32",
                "acme-%h38",
                "t-%h40",
                "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
                "io.stackprofile.core.internal.redact.rule.DrawnPairs"
            })
    void digestsIdentifiersAndNamesStay(String shape) {
        assertThat(DrawnPairs.find(Example.fill(shape, 1))).isEmpty();
    }
}
