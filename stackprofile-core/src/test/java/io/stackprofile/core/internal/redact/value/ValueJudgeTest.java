package io.stackprofile.core.internal.redact.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.core.internal.redact.name.Strength;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueJudgeTest {

    @ParameterizedTest
    @MethodSource("rows")
    void aValueIsASecretOrNot(Strength strength, boolean secret, String value, String why) {
        assertThat(ValueJudge.accepts(strength, value).isPresent()).as(why).isEqualTo(secret);
    }

    static Stream<Arguments> rows() {
        return Resources.lines(ValueJudgeTest.class, "values.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> Arguments.of(Strength.valueOf(row[0]), row[1].equals("yes"), row[2], row[3]));
    }
}
