package io.stackprofile.benchmarks.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a corpus: a leaf of a document, and whether a secret stands there.
 *
 * @param line the line's number, from 1
 * @param id what the corpus calls it
 * @param doc one YAML document: a manifest or Helm values
 * @param path the leaf, an RFC 6901 pointer
 * @param secret whether a secret stands there
 * @param value the secret, perhaps only a part of the leaf
 * @param loc what kind of place it is
 */
record LabelledPlace(int line, String id, String doc, String path, boolean secret, String value, String loc) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The lines of a corpus, gzipped or not; empty lines are passed over.
     *
     * @throws BadCorpusException naming the first line that is no labelled place
     */
    static List<LabelledPlace> read(Path corpus) throws IOException {
        List<LabelledPlace> places = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(corpus), StandardCharsets.UTF_8))) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (!line.isBlank()) {
                    places.add(parse(number, line));
                }
            }
        }
        return places;
    }

    private static InputStream open(Path corpus) throws IOException {
        InputStream file = Files.newInputStream(corpus);
        return corpus.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
    }

    static LabelledPlace parse(int number, String line) {
        JsonNode row;
        try {
            row = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new BadCorpusException(number, "is no JSON");
        }
        if (!row.isObject()) {
            throw new BadCorpusException(number, "is no JSON object");
        }
        boolean secret = required(number, row, "secret").asBoolean();
        String value = row.path("value").asString("");
        if (secret && value.isEmpty()) {
            throw new BadCorpusException(number, "has no value, though it is labelled a secret");
        }
        return new LabelledPlace(
                number,
                row.path("id").asString("line-" + number),
                text(number, row, "doc"),
                text(number, row, "path"),
                secret,
                value,
                text(number, row, "loc"));
    }

    private static String text(int number, JsonNode row, String field) {
        JsonNode value = required(number, row, field);
        if (!value.isString()) {
            throw new BadCorpusException(number, "has a " + field + " that is no text");
        }
        return value.asString();
    }

    private static JsonNode required(int number, JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadCorpusException(number, "has no " + field);
        }
        if (field.equals("secret") && !value.isBoolean()) {
            throw new BadCorpusException(number, "has a secret that is neither true nor false");
        }
        return value;
    }

    /** Names the place, not what stands there. */
    @Override
    public String toString() {
        return id + " " + path;
    }
}
