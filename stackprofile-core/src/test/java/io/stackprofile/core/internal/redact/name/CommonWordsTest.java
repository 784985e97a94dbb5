package io.stackprofile.core.internal.redact.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommonWordsTest {

    @Test
    void everyWordHasAReason() {
        List<String> rows = Resources.lines(CommonWords.class, "common-words.tsv").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            String[] columns = row.split("\t", -1);
            assertThat(columns).hasSize(2);
            assertThat(columns[0]).isNotBlank().isEqualTo(columns[0].toLowerCase(Locale.ROOT));
            assertThat(columns[1]).contains(" ");
            assertThat(CommonWords.contains(columns[0])).isTrue();
            assertThat(CommonWords.reason(columns[0])).isEqualTo(columns[1]);
        });
        assertThat(rows.stream().map(row -> row.substring(0, row.indexOf('\t'))))
                .doesNotHaveDuplicates();
    }
}
