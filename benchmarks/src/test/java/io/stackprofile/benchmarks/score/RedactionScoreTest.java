package io.stackprofile.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores small corpora from end to end, through the engine. */
class RedactionScoreTest {

    // "missed" and "wrong" are labelled against the evidence, so that there is something to count whatever is detected.
    private static final String CORPUS = """
            {"id": "found", "doc": "auth:\\n  password: Kd82hsLq01xz\\nreplicas: 3\\n", "path": "/auth/password", "secret": true, "value": "Kd82hsLq01xz", "loc": "helm-values"}
            {"id": "left", "doc": "auth:\\n  password: Kd82hsLq01xz\\nreplicas: 3\\n", "path": "/replicas", "secret": false, "value": 3, "loc": "helm-values"}
            {"id": "missed", "doc": "replicas: 3\\n", "path": "/replicas", "secret": true, "value": "3", "loc": "helm-values"}

            {"id": "wrong", "doc": "apiVersion: v1\\nkind: Secret\\nmetadata: {name: a}\\nstringData: {k: Kd82hsLq01xz}\\n", "path": "/stringData/k", "secret": false, "value": "", "loc": "secret-data"}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path corpus = Path.of("");

    @BeforeEach
    void writeCorpus() throws IOException {
        corpus = Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
    }

    @Test
    void theTotalComesFirstThenEachKindOfPlace() {
        assertThat(score(corpus.toString())).isZero();

        assertThat(text(out).lines())
                .containsExactly(
                        "total: precision 0.5000 recall 0.5000 false-positive rate 0.5000 (found 1/2, touched 1/2)",
                        "helm-values: precision 1.0000 recall 0.5000 false-positive rate 0.0000 (found 1/2, touched 0/1)",
                        "secret-data: precision 0.0000 recall - false-positive rate 1.0000 (found 0/0, touched 1/1)");
    }

    @Test
    void everyMissIsALineWithItsReasonAndNoValue() throws IOException {
        Path misses = folder.resolve("misses.tsv");

        score("--misses", misses.toString(), corpus.toString());

        assertThat(Files.readAllLines(misses))
                .containsExactly(
                        "missed\thelm-values\t/replicas\tmissed\tthe leaf was left as it was\t",
                        "wrong\tsecret-data\t/stringData/k\ttouched\tthe leaf was changed\tsecret-data");
    }

    @Test
    void valuesAreShownOnRequest() throws IOException {
        Path misses = folder.resolve("misses.tsv");

        score(corpus.toString(), "--misses", misses.toString(), "--show-values");

        assertThat(Files.readAllLines(misses).get(0)).endsWith("\t3\t3\t3");
        assertThat(Files.readAllLines(misses).get(1)).contains("\t\tKd82hsLq01xz\t${{ parameters.");
    }

    @Test
    void aGzippedCorpusScoresTheSame() throws IOException {
        Path zipped = folder.resolve("corpus.jsonl.gz");
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            file.write(CORPUS.getBytes(StandardCharsets.UTF_8));
        }
        score(corpus.toString());
        String plain = text(out);
        out.reset();

        assertThat(score(zipped.toString())).isZero();
        assertThat(text(out)).isEqualTo(plain);
    }

    @Test
    void aDocumentThatCaptureRefusesCountsAsWrong() throws IOException {
        Path misses = folder.resolve("misses.tsv");
        Files.writeString(corpus, """
                {"id": "odd", "doc": "a: 1\\na: 2\\n", "path": "/a", "secret": false, "value": "", "loc": "env"}
                """);

        assertThat(score(corpus.toString(), "--misses", misses.toString())).isZero();
        assertThat(text(out)).startsWith("total: precision 0.0000 recall - false-positive rate 1.0000");
        assertThat(Files.readAllLines(misses).get(0))
                .startsWith("odd\tenv\t/a\trefused\tcapture refused the document: ");
    }

    @Test
    void aBadLineIsAnErrorWithItsNumber() throws IOException {
        for (String bad : List.of(
                "{",
                "[]",
                "{\"doc\": \"a: 1\", \"path\": \"/a\", \"loc\": \"env\"}",
                "{\"doc\": \"a: 1\", \"path\": \"/a\", \"loc\": \"env\", \"secret\": \"yes\"}",
                "{\"doc\": \"a: 1\", \"path\": \"/a\", \"loc\": \"env\", \"secret\": true}",
                "{\"doc\": \"a: 1\", \"path\": \"/b\", \"loc\": \"env\", \"secret\": false}")) {
            out.reset();
            err.reset();
            Files.writeString(corpus, CORPUS + bad + "\n");

            assertThat(score(corpus.toString())).as(bad).isEqualTo(1);
            assertThat(text(err)).as(bad).contains("corpus.jsonl: line 6 ");
            assertThat(text(out)).as(bad).isEmpty();
        }
    }

    @Test
    void aWrongCommandLineSaysHowItIsUsed() {
        assertThat(score()).isEqualTo(2);
        assertThat(score(corpus.toString(), "--hits")).isEqualTo(2);
        assertThat(score(corpus.toString(), "--misses")).isEqualTo(2);
        assertThat(text(err)).contains("usage: redaction-score CORPUS.jsonl[.gz] [--misses FILE] [--show-values]");
    }

    private int score(String... arguments) {
        return RedactionScore.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
