package io.stackprofile.core.internal.redact.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.core.internal.redact.Corpora;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores detection against the labelled places of the redaction corpus. */
class LabelledCorpusTest {

    private final Map<String, MemberScan> scans = new HashMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private int secrets;
    private int found;
    private int others;
    private int touched;

    @Test
    void findsAlmostEverySecretAndLeavesAlmostEverythingElse() throws IOException {
        Path corpus = Corpora.file("redaction-dev.jsonl.gz");
        assumeTrue(Files.exists(corpus), "skipped: the labelled corpus is not there");
        JsonMapper mapper = JsonMapper.builder().build();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                score(mapper.readTree(line));
            }
        }
        double recall = (double) found / secrets;
        double falsePositives = (double) touched / others;
        double precision = (double) found / (found + touched);
        System.out.printf(
                "redaction corpus: recall %.4f (%d/%d), false positive rate %.4f (%d/%d), precision %.4f%n",
                recall, found, secrets, falsePositives, touched, others, precision);
        if (Boolean.getBoolean("stackprofile.score.details")) {
            wrong.forEach((kind, places) -> places.forEach(place -> System.out.println(kind + " " + place)));
        }
        assertThat(recall).isGreaterThan(0.99);
        assertThat(falsePositives).isLessThan(0.005);
    }

    private void score(JsonNode row) {
        MemberScan scan = scans.computeIfAbsent(
                row.get("doc").asString(),
                text -> MemberScan.of(
                        MemberRef.manifest("labelled"),
                        YamlFile.parse(text),
                        List.of(),
                        Knowledge.builtIn(),
                        YamlLimits.DEFAULT));
        String path = row.get("path").asString();
        YamlNode node = scan.file().documents().get(0).at(path).orElseThrow();
        YamlScalar scalar = (YamlScalar) node.resolve();
        List<Hit> hits = scan.sightings().stream()
                .filter(sighting -> sighting.scalar() == scalar)
                .map(Sighting::hit)
                .toList();
        String where = row.get("loc").asString() + " | " + row.get("why").asString() + " | " + path;
        if (row.get("secret").asBoolean()) {
            secrets++;
            boolean gone =
                    !without(scalar.text(), hits).contains(row.get("value").asString());
            found += gone ? 1 : 0;
            note(gone, "missed", where, scalar, hits);
        } else {
            others++;
            touched += hits.isEmpty() ? 0 : 1;
            note(hits.isEmpty(), "touched", where, scalar, hits);
        }
    }

    private void note(boolean right, String kind, String where, YamlScalar scalar, List<Hit> hits) {
        if (!right) {
            String text = scalar.text().length() > 300 ? scalar.text().substring(0, 300) : scalar.text();
            wrong.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(where + " | " + text.replace("\n", "\\n") + " | " + hits);
        }
    }

    static String without(String text, List<Hit> hits) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hit hit : Hits.sorted(hits)) {
            out.append(text, at, hit.from()).append('\u0000');
            at = hit.to();
        }
        return out.append(text.substring(at)).toString();
    }
}
