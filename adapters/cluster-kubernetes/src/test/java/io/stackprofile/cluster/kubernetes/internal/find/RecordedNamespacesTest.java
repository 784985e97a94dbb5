package io.stackprofile.cluster.kubernetes.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Namespaces recorded from an API server with its controllers running. */
class RecordedNamespacesTest {

    private static final Path RECORDED = Path.of("..", "..", "..", "shared", "corpus", "live-namespaces.jsonl.gz");

    @Test
    void whatWasAppliedIsKeptAndNothingElse() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded namespaces are not there");
        Map<String, List<JsonNode>> namespaces = lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.path("namespace").asText(), TreeMap::new, Collectors.toList()));

        assertThat(namespaces).hasSize(3);
        namespaces.forEach((namespace, lines) -> {
            Map<ObjectId, Boolean> ours = lines.stream()
                    .collect(Collectors.toMap(
                            line -> ObjectId.of(line.path("object")),
                            line -> line.path("ours").asBoolean()));
            Selection selection =
                    Selection.of(lines.stream().map(line -> line.path("object")).toList());

            assertThat(selection.ids())
                    .as(namespace)
                    .containsExactlyInAnyOrderElementsOf(
                            ours.keySet().stream().filter(ours::get).toList());
            assertThat(selection.leftOut())
                    .hasSize(lines.size() - selection.kept().size());
        });
    }

    /** The kinds and the author decide as well when a namespace is listed with one of them missing. */
    @Test
    void eachObjectIsToldByItselfToo() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded namespaces are not there");
        Map<String, Long> rules = lines().stream()
                .filter(line -> !line.path("ours").asBoolean())
                .flatMap(line -> Selection.of(List.of(line.path("object"))).leftOut().stream())
                .map(LeftOut::rule)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        assertThat(rules.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(113);
    }

    private static List<JsonNode> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDED)), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> Json.read(line).orElseThrow()).toList();
        }
    }
}
