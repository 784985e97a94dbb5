package io.stackprofile.core.internal.clean;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.Corpora;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.stack.Manifest;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Objects recorded from a real API server, each with what was applied to get it. */
final class LiveCorpus {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private LiveCorpus() {}

    /** How much of its own evidence an object keeps. */
    enum Keeps {
        EVERYTHING("all evidence"),
        MANAGED_FIELDS("managed fields alone"),
        NOTHING("rules alone");

        private final String label;

        Keeps(String label) {
            this.label = label;
        }

        /** As docs/cleaning.md calls it. */
        String label() {
            return label;
        }
    }

    record Recorded(String file, String how, Map<?, ?> applied, Map<String, Object> live) {

        /** The recording's number, four digits. */
        String number() {
            return file.substring(0, 4);
        }
    }

    static List<Recorded> objects() throws IOException {
        Path file = Corpora.file("live-objects.jsonl.gz");
        assumeTrue(Files.exists(file), "skipped: the recorded objects are not there");
        List<Recorded> objects = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> row = tree(line);
                objects.add(new Recorded(
                        Objects.toString(row.get("file")),
                        Objects.toString(row.get("how")),
                        (Map<?, ?>) row.get("applied"),
                        child(row, "live")));
            }
        }
        return objects;
    }

    /** The live object as JSON with as much evidence as it keeps. */
    static String json(Recorded recorded, Keeps keeps) {
        Map<String, Object> live = tree(TreeJson.of(recorded.live()));
        Map<String, Object> metadata = child(live, "metadata");
        if (keeps == Keeps.NOTHING) {
            metadata.remove("managedFields");
        }
        if (keeps != Keeps.EVERYTHING && metadata.containsKey("annotations")) {
            child(metadata, "annotations").remove(ANNOTATION);
        }
        return TreeJson.of(live);
    }

    static Cleaned clean(String json) {
        return LiveCleaner.clean(
                Manifest.builder().name("recorded").content(json).build(), Limits.defaults());
    }

    @SuppressWarnings("unchecked") // keys of a YAML tree are text
    static Map<String, Object> tree(String text) {
        @Nullable
        Object tree = YamlTree.of(YamlFile.parse(text).documents().get(0).root().orElseThrow());
        return (Map<String, Object>) Objects.requireNonNull(tree);
    }

    @SuppressWarnings("unchecked") // keys of a YAML tree are text
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key));
    }
}
