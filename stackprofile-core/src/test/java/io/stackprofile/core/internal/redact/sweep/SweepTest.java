package io.stackprofile.core.internal.redact.sweep;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTest {

    private static final String SECRET = "Quarry!Lantern*88213 \"q\" <&> 'z' é";
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDJ7bEe0x1nV4qk
            yqWz0m5mZkqg3H1rY2xw0u8x9a0Zt3kQ7w1Yb6oPl4n2R8dVfSxJkM5cTgHhNvEu
            -----END PRIVATE KEY-----
            """;

    private final Sweep sweep = sweep(SECRET, KEY);

    static Stream<String> encodings() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                SECRET.replace("\"", "\\\""),
                SECRET.replace("\"", "\\\"").replace("é", "\\u00e9"),
                SECRET.replace("'", "''"),
                SECRET.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                base64(SECRET),
                base64("a" + SECRET + "b"),
                base64("ab" + SECRET + "bcd"),
                Base64.getUrlEncoder().encodeToString(("x=" + SECRET + "&y").getBytes(StandardCharsets.UTF_8)),
                Base64.getMimeEncoder(20, "\n      ".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(bytes),
                KEY.replace("\n", "\n    "),
                KEY.replace("\n", "\\n"),
                KEY.replace("\n", ""),
                base64(KEY),
                base64("tls.key=" + KEY + "\n"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingIsFoundAndMasked(String encoded) {
        String output = "data:\n  left: 1\n  value: >" + encoded + "<\n  right: 2\n";

        StackProfileException failure =
                assertFails(ErrorCode.SECRET_EXPOSED, () -> sweep.requireAbsent("the export", output));

        assertThat(failure.getMessage()).contains("the export").contains("planted");
        assertAbsent(failure, List.of(SECRET));
        assertThat(sweep.mask(output))
                .startsWith("data:\n  left: 1\n  value: >")
                .contains("[redacted]")
                .endsWith("<\n  right: 2\n");
        sweep.requireAbsent("the masked export", sweep.mask(output));
    }

    @Test
    void whatIsCleanPassesAsItIs() {
        String clean = "password: ${{ parameters.quarry }}\nlantern: Quarry Lantern 88213\n";

        sweep.requireAbsent("the export", clean);

        assertThat(sweep.mask(clean)).isSameAs(clean);
    }

    @Test
    void shortValuesAreLeftOut() {
        Sweep shortOnly = sweep("cargo7", "a b c d");

        shortOnly.requireAbsent("the export", "cargo7 and a b c d");
    }

    @Test
    void aClosedLedgerHoldsNothingAndNothingTellsASecret() {
        SecretLedger ledger = new SecretLedger();
        ledger.add("planted", SECRET);

        assertAbsent(
                "what it says", ledger + " " + ledger.entries() + " " + sweep + sweep.find(SECRET), List.of(SECRET));
        ledger.close();
        Sweep.of(ledger).requireAbsent("the export", SECRET);
    }

    @Property(tries = 500)
    void aSecretIsFoundWhereverItStands(
            @ForAll @StringLength(max = 40) String before,
            @ForAll @StringLength(max = 40) String after,
            @ForAll @IntRange(max = 2) int shift) {
        String plain = before + "vK7-mottled-Heron-2291" + after;
        String encoded = base64("xyz".substring(0, shift) + "vK7-mottled-Heron-2291" + after.replaceAll("[^ -~]", ""));
        Sweep heron = sweep("vK7-mottled-Heron-2291");

        assertThat(heron.find(plain)).isNotEmpty();
        assertThat(heron.find(encoded)).isNotEmpty();
    }

    private static Sweep sweep(String... secrets) {
        SecretLedger ledger = new SecretLedger();
        for (String secret : secrets) {
            ledger.add("planted", secret);
        }
        return Sweep.of(ledger);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
