package io.stackprofile.testkit;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackProfileAssertionsTest {

    private static final String CANARY = "pa\"ss<w>/rd+&\\Ünter7";
    private static final List<String> CANARIES = List.of("something else", CANARY);

    private static void assertCaught(String output, String encoding) {
        assertThatThrownBy(() -> assertAbsent("the report", output, CANARIES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the report holds canary 1")
                .hasMessageContaining(encoding)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(CANARY));
    }

    @Test
    void aCanaryIsFoundAsItIsAndBrokenOverLines() {
        assertCaught("before " + CANARY + " after", "as it is");
        assertCaught("before " + CANARY.substring(0, 5) + "\n    " + CANARY.substring(5), "as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:"})
    void aCanaryIsFoundInBase64WhateverStandsBeforeIt(String before) {
        byte[] bytes = (before + CANARY + "\ntail").getBytes(UTF_8);
        assertCaught(
                "data: " + Base64.getEncoder().encodeToString(bytes), "base64 at alignment " + before.length() % 3);
        assertCaught("data: " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "at alignment");
        assertCaught(Base64.getMimeEncoder(20, "\n  ".getBytes(UTF_8)).encodeToString(bytes), "base64");
    }

    @Test
    void aCanaryIsFoundInOtherEncodings() {
        byte[] bytes = CANARY.getBytes(UTF_8);
        assertCaught(HexFormat.of().formatHex(bytes), "hex");
        assertCaught(HexFormat.of().withUpperCase().formatHex(bytes), "hex");
        assertCaught("?p=" + URLEncoder.encode(CANARY, UTF_8), "percent-encoded");
        assertCaught("?p=" + URLEncoder.encode(CANARY, UTF_8).toLowerCase(Locale.ROOT), "percent-encoded");
        assertCaught("{\"p\": \"pa\\\"ss<w>/rd+&\\\\Ünter7\"}", "JSON-escaped");
        assertCaught("{\"p\": \"pa\\\"ss<w>\\/rd+&\\\\Ünter7\"}", "with slashes");
        assertCaught("{\"p\": \"pa\\\"ss<w>/rd+&\\\\\\u00DCnter7\"}", "ASCII only");
        assertCaught("<p>pa&quot;ss&lt;w&gt;/rd+&amp;\\Ünter7</p>", "XML-escaped");
    }

    @Test
    void anOutputWithoutCanariesPasses() {
        assertThatCode(() -> assertAbsent("the report", "password: ${{ parameters.p }} cGFz", CANARIES))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertAbsent("the report", "x", List.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCanaryInAFailuresCauseIsFound() {
        IllegalStateException thrown =
                new IllegalStateException("outer", new IllegalArgumentException("cannot parse " + CANARY));
        assertThatThrownBy(() -> assertAbsent(thrown, CANARIES))
                .hasMessageContaining("the failure IllegalStateException holds canary 1");
    }

    @Test
    void aFailureMustHaveItsCodeAProblemAndARemedy() {
        ConflictException good = new ConflictException(ErrorCode.NAME_TAKEN, "the name is taken", "Choose another.");
        assertThat(assertFails(ErrorCode.NAME_TAKEN, () -> {
                    throw good;
                }))
                .isSameAs(good);
        assertThatThrownBy(() -> assertFails(ErrorCode.STALE_REVISION, () -> {
                    throw good;
                }))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertFails(ErrorCode.NAME_TAKEN, () -> {
                    throw new ConflictException(ErrorCode.NAME_TAKEN, "the name is taken", "");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a failure says what to do about it");
        assertThatThrownBy(() -> assertFails(ErrorCode.NAME_TAKEN, () -> {}, "PS-2: check the index"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PS-2: check the index");
    }
}
