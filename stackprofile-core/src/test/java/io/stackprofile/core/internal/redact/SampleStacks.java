package io.stackprofile.core.internal.redact;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sample folders: every file is a member, and so is every text written into cluster.yaml itself. */
public final class SampleStacks {

    private SampleStacks() {}

    public static StackSpec read(String cluster) throws IOException {
        Path root = Corpora.samples().resolve(cluster);
        List<Member> members = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String name = root.relativize(file).toString();
                String text = Files.readString(file);
                if (name.equals("cluster.yaml")) {
                    inline(
                            YamlTree.of(YamlFile.parse(text)
                                    .documents()
                                    .get(0)
                                    .root()
                                    .orElseThrow()),
                            members);
                } else if (name.endsWith("values.yaml")) {
                    members.add(addon(name.replaceAll("^addons/|/values.yaml$|\\.values\\.yaml$", ""), text));
                } else {
                    members.add(Manifest.builder().name(name).content(text).build());
                }
            }
        }
        return StackSpec.of(Optional.empty(), members);
    }

    /** Kind and plaintext of every credential planted in a cluster's folder. */
    static List<Map.Entry<String, String>> planted(String cluster) {
        try {
            return Files.readAllLines(Corpora.samples().resolve("planted.tsv")).stream()
                    .map(line -> line.split("\t"))
                    .filter(row -> row[0].equals(cluster))
                    .map(row -> Map.entry(row[2], row[3]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void inline(Object node, List<Member> members) {
        if (node instanceof List<?> list) {
            list.forEach(item -> inline(item, members));
        } else if (node instanceof Map<?, ?> map) {
            Object name = map.get("name");
            if (map.get("manifest") instanceof String text && name != null) {
                members.add(
                        Manifest.builder().name("inline/" + name).content(text).build());
            }
            if (map.get("manifest_base64") instanceof String encoded) {
                String text = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
                members.add(
                        Manifest.builder().name("inline/" + name).content(text).build());
            }
            if (map.get("configuration") instanceof Map<?, ?> configuration
                    && configuration.get("values") instanceof String values) {
                members.add(addon(String.valueOf(name), values));
            }
            map.values().forEach(value -> inline(value, members));
        }
    }

    private static Addon addon(String name, String values) {
        return Addon.builder()
                .name(name)
                .chartName(name)
                .chartVersion("1.0.0")
                .values(values)
                .build();
    }
}
