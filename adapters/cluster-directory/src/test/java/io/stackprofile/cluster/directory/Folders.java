package io.stackprofile.cluster.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A cluster's folder that a test writes and looks at. */
final class Folders {

    final Path root;

    Folders(Path root) {
        this.root = root;
    }

    /** A GitOps repository whose file has these lines below {@code spec:}. */
    static Folders gitOps(Path root, String spec) {
        return new Folders(root)
                .file("cluster.yaml", "apiVersion: v1\nkind: ImportCluster\nmetadata:\n  name: edge\nspec:\n" + spec);
    }

    Folders file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Folders bytes(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Folders link(String path, Path target) {
        try {
            Path link = root.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text(String path) {
        return new String(Samples.read(root.resolve(path)), StandardCharsets.UTF_8);
    }

    /** Every file's text, byte for byte as ISO 8859-1, but for the lock and what belongs to Git. */
    Map<String, String> everything() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : Samples.files(root)) {
            String path = root.relativize(file).toString();
            if (!path.equals(".stackprofile/lock") && !path.equals(".stackprofile/.gitignore")) {
                texts.put(path, new String(Samples.read(file), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    DirectoryCluster cluster() {
        return DirectoryCluster.at(root);
    }
}
