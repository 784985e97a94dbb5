package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The credentials planted in samples/stacks, and the search for them in what a program leaves behind. */
final class Canaries {

    private final List<String[]> planted;

    private Canaries(List<String[]> planted) {
        this.planted = planted;
    }

    /** Those planted in {@code cluster}; the weak kinds are common words that may rightly stand elsewhere. */
    static Canaries of(Path stacks, String... clusters) throws IOException {
        List<String[]> rows = Files.readAllLines(stacks.resolve("planted.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> List.of(clusters).contains(row[0]) && !row[2].startsWith("weak-"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        return new Canaries(rows);
    }

    void assertAbsentFrom(String what, String text) {
        List<String> found = planted.stream()
                .filter(row -> spellings(row[3]).stream().anyMatch(text::contains))
                .map(row -> row[0] + "/" + row[1] + " " + row[2])
                .distinct()
                .toList();
        assertThat(found).as("planted credentials in " + what).isEmpty();
    }

    void assertAbsentFromFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> assertAbsentFrom(file.toString(), bytesAsText(file)));
        }
    }

    /** As it is, and in base64 wherever in a longer text it may stand: the ends that neighbours change are left off. */
    private static List<String> spellings(String secret) {
        List<String> spellings = new ArrayList<>(List.of(secret));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = ("xyz".substring(0, offset) + secret).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = offset == 0 ? 0 : offset + 1;
            spellings.add(encoded.substring(from, encoded.length() - (shifted.length % 3 == 0 ? 0 : 1)));
        }
        return spellings;
    }

    private static String bytesAsText(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
