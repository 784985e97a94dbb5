package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every scalar recorded from Kubernetes' reader means the same to ours. */
class ScalarRowsTest {
    @Test
    void everyRecordedScalarResolvesAsRecorded() {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Corpus.lines("yaml-scalars.tsv")) {
            if (line.startsWith("# ") || line.indexOf('\t') < 0) {
                continue;
            }
            String source = line.substring(0, line.indexOf('\t'));
            String expected = line.substring(line.indexOf('\t') + 1);
            String actual = read(source);
            boolean same = expected.equals("ERROR")
                    ? actual.equals("ERROR")
                    : !actual.equals("ERROR")
                            && Corpus.same(Corpus.JSON.readTree(expected), Corpus.JSON.readTree(actual));
            if (!same) {
                wrong.add(line + " -> " + actual);
            }
            rows++;
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isEqualTo(185);
    }

    private static String read(String source) {
        try {
            YamlNode root = YamlFile.parse("k: " + source + "\n")
                    .documents()
                    .get(0)
                    .root()
                    .orElseThrow();
            return YamlJson.of(((YamlMapping) root).get("k").orElseThrow());
        } catch (YamlException refused) {
            return "ERROR";
        }
    }
}
