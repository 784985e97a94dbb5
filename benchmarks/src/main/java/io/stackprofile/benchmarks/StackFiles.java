package io.stackprofile.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The YAML files of a stack, of an archive or a folder. */
public final class StackFiles {

    private static final int BLOCK = 512;

    private StackFiles() {}

    /** The texts of a {@code .tar.gz} archive or a folder, by path, in its order. */
    public static Map<String, String> read(Path stack) throws IOException {
        return Files.isDirectory(stack) ? folder(stack) : archive(stack);
    }

    private static Map<String, String> folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            if (isYaml(file.toString())) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Reads a tar archive of short names: blocks of 512 bytes, a header with an octal size before each file. */
    private static Map<String, String> archive(Path archive) throws IOException {
        byte[] tar;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            tar = in.readAllBytes();
        }
        Map<String, String> texts = new TreeMap<>();
        ByteArrayInputStream in = new ByteArrayInputStream(tar);
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
            int size = Integer.parseInt(field(header, 124, 12).strip(), 8);
            String text = new String(in.readNBytes(size), StandardCharsets.UTF_8);
            String name = field(header, 0, 100);
            if (isYaml(name)) {
                texts.put(name, text);
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            header = in.readNBytes(BLOCK);
        }
        return texts;
    }

    private static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }
}
