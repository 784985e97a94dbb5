package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.yaml.YamlException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit holds, is named with its number, and has a place. */
class YamlLimitsTest {
    private static final YamlLimits SMALL = new YamlLimits(60, 4, 20, 20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a: [[[[x]]]]                        | nesting is deeper than 4 (line 1, column 7)
            {a: &a [[x]], b: [[*a]]}            | nesting through aliases is deeper than 4 (line 1, column 20)
            [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0] | there are more than 20 nodes (line 1, column 40)
            [&a [1,2,3,4,5], *a, *a, *a]        | aliases expand to more than 20 nodes (line 1, column 26)
            """)
    void whatPassesALimitIsRefusedWithTheLimitAndThePlace(String text, String message) {
        assertThatThrownBy(() -> YamlFile.parse(text, SMALL))
                .isInstanceOf(YamlException.class)
                .hasMessage(message)
                .extracting(refused -> ((YamlException) refused).code())
                .isEqualTo(Code.LIMIT);
    }

    @Test
    void theSizeIsCheckedBeforeAnythingIsRead() {
        assertThatThrownBy(() -> YamlFile.parse("\u0001".repeat(61), SMALL))
                .hasMessage("the text is longer than 60 characters (line 1, column 1)");
    }

    @Test
    void mergesDoNotMultiplyBeyondTheLimit() {
        StringBuilder text = new StringBuilder("a0: &a0 {k: 1}\n");
        for (int i = 1; i < 40; i++) {
            text.append("a" + i + ": &a" + i + " {<<: [*a" + (i - 1) + ", *a" + (i - 1) + "]}\n");
        }
        assertThatThrownBy(() -> YamlFile.parse(text.toString()))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("aliases expand to more than 1000000 nodes");
    }

    @Test
    void aPatchKeepsToTheLimitsOfItsFile() {
        YamlFile file = YamlFile.parse("a: 1\n", SMALL);
        YamlPatch patch = new YamlPatch(file);
        assertThatThrownBy(() -> patch.put(0, "/b", "x".repeat(60)))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("the text is longer than 60 characters");
        assertThatThrownBy(() -> patch.put(0, "/b", List.of(List.of(List.of(List.of(1))))))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("nesting is deeper than 4");
        assertThat(patch.file()).isSameAs(file);
    }

    /** The engine copies a token with every piece of it, so a token of any length may have only so many. */
    @Test
    void aLongCommentIsReadInFewPieces() {
        for (int length : new int[] {0, 1, 16_384, 300_000, 5_000_000, Integer.MAX_VALUE}) {
            assertThat((long) EngineEvents.buffer(length) * 16).isGreaterThanOrEqualTo(length);
        }
        String comment = "#" + "x".repeat(3_000_000);
        YamlFile file = YamlFile.parse("a: 1\n" + comment + "\nb: 2\n");
        assertThat(file.comments())
                .singleElement()
                .satisfies(found -> assertThat(found.span().length()).isEqualTo(3_000_001));
    }
}
