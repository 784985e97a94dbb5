package io.stackprofile.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.parameter.ParameterFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What each format takes and what it refuses; the values come from the documents of the fields themselves. */
class FormatsTest {

    /** A line of formats.tsv. */
    private record Row(ParameterFormat format, boolean good, String text) {}

    private static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(FormatsTest.class.getResourceAsStream("formats.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FormatsTest::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split("\t"));
        String text = JsonMapper.shared().readTree(cells.get(2)).stringValue();
        return new Row(ParameterFormat.of(cells.get(0)), cells.get(1).equals("good"), text);
    }

    @TestFactory
    Stream<DynamicTest> everyValueIsTakenOrRefusedAsItsFieldDoes() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.format().label() + (row.good() ? " takes '" : " refuses '") + row.text() + "'",
                        () -> assertThat(Formats.matches(row.format(), row.text()))
                                .isEqualTo(row.good())));
    }

    /** Certificates have a test of their own. */
    @ParameterizedTest
    @EnumSource(value = ParameterFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "PEM_CERTIFICATE")
    void everyFormatHasGoodAndBadValues(ParameterFormat format) throws IOException {
        List<Row> own = rows().stream().filter(row -> row.format() == format).toList();

        assertThat(own).filteredOn(Row::good).hasSizeGreaterThan(3);
        assertThat(own).filteredOn(row -> !row.good()).hasSizeGreaterThan(4);
        assertThat(Formats.describe(format)).isNotBlank();
    }

    /** What makes backtracking readers slow: each is answered in less than the time the whole test may take. */
    @ParameterizedTest
    @EnumSource(ParameterFormat.class)
    void hostileTextsAreAnswered(ParameterFormat format) {
        for (String part :
                List.of("a", "a.", "a-", "1", "1.", "0,", "1h", "::", "1:", "*/1,", "- ", "^1 ", "||", "/", "@")) {
            String text = part.repeat(400_000 / part.length());

            assertThat(Formats.matches(format, text + "!")).isFalse();
            assertThat(Formats.matches(format, "-----BEGIN CERTIFICATE-----" + text))
                    .isFalse();
        }
    }
}
