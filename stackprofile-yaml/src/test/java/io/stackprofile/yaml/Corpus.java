package io.stackprofile.yaml;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded data that lies beside the checkout; tests that need it are skipped where it is absent. */
final class Corpus {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Corpus() {}

    /** The path of a recorded file, or the end of the test. */
    static Path require(String name) {
        Path found = Stream.of(
                        System.getProperty("stackprofile.corpus", ""),
                        System.getenv().getOrDefault("STACKPROFILE_CORPUS", ""),
                        System.getProperty("stackprofile.root", ".") + "/../shared/corpus")
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeThat(found)
                .as("recorded data %s is absent; point -Dstackprofile.corpus at its folder", name)
                .isNotNull();
        return found;
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(require(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, JsonNode> goJson(String name) {
        Map<String, JsonNode> out = new LinkedHashMap<>();
        Path file = require(name);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode row = JSON.readTree(line);
                out.put(row.get("file").asString(), row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** The members of a recorded stack by name. */
    static Map<String, String> members(String name) {
        Map<String, String> out = new LinkedHashMap<>();
        Path file = require(name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] header = in.readNBytes(512);
            while (header.length == 512 && header[0] != 0) {
                int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((512 - size % 512) % 512);
                if ((header[156] == '0' || header[156] == 0) && !path(header).endsWith(".index.tsv")) {
                    String path = path(header);
                    out.put(path.substring(path.indexOf('/') + 1), new String(content, StandardCharsets.UTF_8));
                }
                header = in.readNBytes(512);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static String path(byte[] header) {
        String prefix = text(header, 345, 155);
        return prefix.isEmpty() ? text(header, 0, 100) : prefix + '/' + text(header, 0, 100);
    }

    private static String text(byte[] bytes, int from, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i < from + most && bytes[i] != 0; i++) {
            out.write(bytes[i]);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** JSON as plain Java objects. */
    static Object plain(JsonNode node) {
        return JSON.treeToValue(node, Object.class);
    }

    /** JSON equality, numbers by value. */
    static boolean same(JsonNode a, JsonNode b) {
        return a.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? left.decimalValue().compareTo(right.decimalValue())
                        : left.equals(right) ? 0 : 1,
                b);
    }
}
