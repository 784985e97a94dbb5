package io.stackprofile.core.internal.redact.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in which every line that has a secret says so at its end; all others have none. */
class MarkedPlacesTest {

    private static final String MARK = "# secret";

    @ParameterizedTest
    @ValueSource(strings = {"core.yaml", "crds.yaml", "values.yaml"})
    void theLinesMarkedAndNoOthersLoseSomething(String file) throws IOException {
        String text = read(file);
        YamlFile document = YamlFile.parse(text);
        MemberScan scan = MemberScan.of(
                MemberRef.manifest("marked"), document, List.of(), Knowledge.builtIn(), YamlLimits.DEFAULT);

        Set<String> found = scan.sightings().stream()
                .map(sighting -> lineOf(text, sighting.scalar().span().start()))
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> lines = text.lines().toList();
        Set<String> marked = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).endsWith(MARK))
                .mapToObj(line -> numbered(line, lines.get(line)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsExactlyInAnyOrderElementsOf(marked);
    }

    private static String lineOf(String text, int offset) {
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return numbered(line, text.lines().toList().get(line));
    }

    private static String numbered(int line, String text) {
        return "%4d %s".formatted(line + 1, text.strip());
    }

    private static String read(String file) throws IOException {
        try (InputStream in = MarkedPlacesTest.class.getResourceAsStream("places/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
