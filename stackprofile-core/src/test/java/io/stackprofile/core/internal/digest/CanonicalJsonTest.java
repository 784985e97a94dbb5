package io.stackprofile.core.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsNamesByUtf16UnitsAsRfc8785Asks() {
        // RFC 8785, 3.2.3: the order of its own example.
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("\u20ac", "Euro Sign");
        tree.put("\r", "Carriage Return");
        tree.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        tree.put("1", "One");
        tree.put("\ud83d\ude00", "Emoji: Grinning Face");
        tree.put("\u0080", "Control");
        tree.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(tree))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesTheShortestEscapesAndNoOthers() {
        assertThat(CanonicalJson.write("\u20ac$\u000F\nA'B\"\\\\\"/\t\b\f\r\u007f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\t\\b\\f\\r\u007f\"");
    }

    @Test
    void writesNumbersAsStringsWithTheirDigits() {
        assertThat(CanonicalJson.write(
                        List.of(9007199254740993L, 7, new BigDecimal("1.10"), true, List.of(), Map.of())))
                .isEqualTo("[\"9007199254740993\",\"7\",\"1.10\",true,[],{}]");
    }

    @Test
    void refusesBinaryFractions() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(List.of(0.1d)));
    }
}
