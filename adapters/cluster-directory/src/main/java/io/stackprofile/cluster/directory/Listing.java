package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lists the files of a folder, hidden ones left out, pending ones included. Paths are the {@link Folder}'s. */
final class Listing {

    private final Folder folder;

    private Listing(Folder folder) {
        this.folder = folder;
    }

    /** Every file below {@code path}, at any depth, sorted. Links to folders are not followed. */
    static List<String> below(Folder folder, String path) {
        return new Listing(folder).walk(path);
    }

    /** The names of the folders directly in the cluster's folder, sorted; pending ones included. */
    static List<String> folders(Folder folder) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> children = Files.list(folder.root())) {
            children.filter(child -> isFolderOfStacks(folder, child))
                    .map(child -> child.getFileName().toString())
                    .forEach(names::add);
        } catch (IOException failure) {
            throw Refusals.unreadable(".", failure);
        }
        folder.pending().keySet().stream()
                .filter(file -> file.indexOf('/') > 0 && !isHidden(file))
                .forEach(file -> names.add(file.substring(0, file.indexOf('/'))));
        return List.copyOf(names);
    }

    /** The names of the files directly in the cluster's folder, sorted. */
    static List<String> files(Folder folder) {
        try (Stream<Path> children = Files.list(folder.root())) {
            return children.filter(Files::isRegularFile)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !isHidden(name) && !folder.isGone(name))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw Refusals.unreadable(".", failure);
        }
    }

    private static boolean isFolderOfStacks(Folder folder, Path child) {
        String name = child.getFileName().toString();
        return !isHidden(name) && Files.isDirectory(child) && folder.isFolder(name, Location.file(name));
    }

    /** Whether a step of the path begins with a dot. */
    static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private List<String> walk(String path) {
        TreeSet<String> found = new TreeSet<>();
        Path start = folder.real(path, Location.file(path)).orElse(null);
        if (start != null) {
            try {
                Files.walkFileTree(start, new Collector(start, path, found));
            } catch (IOException failure) {
                throw Refusals.unreadable(path, failure);
            }
        }
        String prefix = path.isEmpty() ? "" : path + "/";
        folder.pending().keySet().stream()
                .filter(file -> file.startsWith(prefix) && !isHidden(file.substring(prefix.length())))
                .forEach(found::add);
        return new ArrayList<>(found);
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final String path;
        private final Set<String> found;

        Collector(Path start, String path, Set<String> found) {
            this.start = start;
            this.path = path;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(start)
                    && directory.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String below = Folder.slashed(start.relativize(file));
            String full = path.isEmpty() ? below : path + "/" + below;
            // A link must not lead out, whatever it is; one to a folder within would only repeat that folder.
            boolean wanted = !folder.isGone(full)
                    && !file.getFileName().toString().startsWith(".")
                    && !(attributes.isSymbolicLink() && folder.isFolder(full, Location.file(full)));
            if (wanted) {
                found.add(full);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
