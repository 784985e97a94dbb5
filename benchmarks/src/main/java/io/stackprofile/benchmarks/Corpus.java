package io.stackprofile.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The texts that are measured: a stack of the corpus that stands beside the project ({@code S}, {@code M}, {@code L}),
 * or {@code samples}, those texts of the project's own stacks that have no
 * placeholders yet.
 */
final class Corpus {

    private static final int BLOCK = 512;

    private Corpus() {}

    /** The members' texts, in order of their files. */
    static List<String> texts(String stack) {
        try {
            return stack.equals("samples") ? samples(root().resolve("samples/stacks")) : archived(archive(stack));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("stackprofile.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    private static Path archive(String stack) {
        String given = System.getProperty("stackprofile.corpus");
        Path folder = given == null ? root().resolveSibling("shared/corpus") : Path.of(given);
        Path archive = folder.resolve("stacks-" + stack + ".tar.gz");
        if (!Files.exists(archive)) {
            throw new IllegalStateException("There is no corpus at " + archive
                    + ". Put it there, name its folder with -Dstackprofile.corpus, or measure with -p stack=samples.");
        }
        return archive;
    }

    private static List<String> samples(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Corpus::isYaml).sorted().toList()) {
                String text = Files.readString(file);
                if (!text.contains("${{ parameters.")) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml");
    }

    /** Reads a tar archive of short names: blocks of 512 bytes, a header with an octal size before each file. */
    private static List<String> archived(Path archive) throws IOException {
        List<String> texts = new ArrayList<>();
        byte[] tar;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            tar = in.readAllBytes();
        }
        ByteArrayInputStream in = new ByteArrayInputStream(tar);
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
            int size = Integer.parseInt(field(header, 124, 12).strip(), 8);
            String text = new String(in.readNBytes(size), StandardCharsets.UTF_8);
            if (isYaml(Path.of(field(header, 0, 100)))) {
                texts.add(text);
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            header = in.readNBytes(BLOCK);
        }
        return texts;
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }
}
