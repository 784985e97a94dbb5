package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^[a-z0-9.-]+$",
                "^.{1,253}$",
                "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}$",
                "^(a+)+$",
                "[]{1000}]x{1000}",
                "[^]a-z]{3}",
                "[[:alpha:]_:]{2,30}",
                "\\Qa{1000}{1000}\\E",
                "\\x{1F600}\\pN\\p{Greek}{3}",
                "a{,5}{x}"
            })
    void patternsAsPeopleWriteThemAreModest(String pattern) {
        assertThat(PatternSize.isModest(pattern)).isTrue();
        assertThat(Pattern.compile(pattern)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(a{100}){100}",
                "(x{1000}\\Q)\\Ey){1000}",
                "(x{1000}[a:]y){1000}",
                "(x{1000}[)]){1000}",
                "(x{1000}\\)){1000}",
                "(?:(?:(?:a{30}){30}){30}){30}",
                "(a{0,1000}|b{1000,}){5}"
            })
    void repetitionsThatMultiplyAreNot(String pattern) {
        assertThat(PatternSize.isModest(pattern)).isFalse();
        assertThat(LinearPattern.compile(pattern)).isEmpty();
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(PatternSize.isModest("(".repeat(1_000) + "a" + ")".repeat(1_000)))
                .isFalse();
        assertThat(PatternSize.isModest("a".repeat(5_000))).isFalse();
        assertThat(PatternSize.isModest("(".repeat(40) + "a" + ")".repeat(40))).isTrue();
    }
}
