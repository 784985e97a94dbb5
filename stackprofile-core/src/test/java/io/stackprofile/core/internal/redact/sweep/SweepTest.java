package io.stackprofile.core.internal.redact.sweep;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
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
                base64("tls.key=" + KEY + "\n"),
                everyUnit(SECRET, "\\u%04x"),
                everyUnit(SECRET, "\\U%08X"),
                everyUnit(SECRET, "\\x%02x"),
                everyUnit(SECRET, "&#%d;"),
                everyUnit(SECRET, "&#x%x;"),
                everyUnit(SECRET, "&#x%04X;"),
                SECRET.replace("&", "&#38;").replace("<", "&lt;").replace(">", "&#x3E;"),
                SECRET.replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003E"),
                SECRET.replace("!", "\\!").replace(" ", "\\ ").replace("'", "\\'"),
                SECRET.replace("Lantern", "Lan\\\n      tern"),
                "%" + HexFormat.ofDelimiter("%").formatHex(bytes),
                "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(bytes),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("%3C", "%3c"),
                base64(base64(SECRET)),
                base64("auth: " + base64("user:" + SECRET) + "\n"),
                base64("." + Base64.getUrlEncoder().encodeToString(("ab" + SECRET).getBytes(StandardCharsets.UTF_8))),
                base64(base64(KEY)),
                Base64.getEncoder().encodeToString(("run " + SECRET).getBytes(StandardCharsets.UTF_16LE)),
                Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_16LE)),
                gzip("{\"password\":\"" + SECRET.replace("\"", "\\\"") + "\"}"),
                base64(gzip("release: " + SECRET)),
                gzip("secret: " + gzip(base64("user:" + SECRET))),
                gzip(SECRET).replaceAll("(.{20})", "$1\n      "));
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

    @Test
    void whatStandsBesideAnEncodedSecretStays() {
        assertThat(sweep.mask("a%20b " + everyUnit(SECRET, "&#%d;") + " &amp; \\u0041"))
                .isEqualTo("a%20b [redacted] &amp; \\u0041");
        assertThat(sweep.mask("one " + base64(base64(KEY)) + " two")).isEqualTo("one [redacted] two");
    }

    @Test
    void brokenEscapesAndDamagedGzipAreTextLikeAnyOther() {
        String odd = "100% &; &#; &#xZZ; &#99999999999; \\u12 \\x \\U99999999 %e9 %zz H4sI H4sIAAAA!! SDRzSQ== \\";

        assertThat(sweep.find(odd)).isEmpty();
        assertThat(sweep.mask(odd + SECRET)).isEqualTo(odd + "[redacted]");
        assertThat(sweep.find(
                        gzip(SECRET + " and more words, of which few repeat").substring(0, 84)))
                .isNotEmpty();
    }

    @Test
    void workGrowsWithTheOutputAndNotWithItsSquare() {
        String hostile = ("H4sI" + "A".repeat(40)).repeat(20_000) + "\\&%&#x".repeat(100_000);

        assertThat(sweep.find(hostile)).isEmpty();
    }

    private static String everyUnit(String text, String format) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(unit -> out.append(format.formatted(unit)));
        return out.toString();
    }

    private static String gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
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
