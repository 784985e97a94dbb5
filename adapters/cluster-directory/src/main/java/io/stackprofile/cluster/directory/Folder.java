package io.stackprofile.cluster.directory;

import io.stackprofile.Limits;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a cluster's folder, as they are or as they will be once pending changes are written. Paths are relative
 * to the folder, with slashes; none leads out of it. Immutable.
 */
final class Folder {

    // A UTF-16 unit takes at most three bytes of UTF-8.
    private static final long BYTES_PER_UNIT = 3;

    // What common file systems take.
    private static final int LONGEST_PATH = 4096;
    private static final int LONGEST_NAME = 255;

    private final Path root;
    private final Limits limits;
    private final Map<String, String> pending;
    private final Set<String> gone;

    private Folder(Path root, Limits limits, Map<String, String> pending, Set<String> gone) {
        this.root = root;
        this.limits = limits;
        this.pending = pending;
        this.gone = gone;
    }

    /** The folder at {@code path} as it is. */
    static Folder open(Path path, Limits limits) {
        try {
            Path root = path.toRealPath();
            if (Files.isDirectory(root)) {
                return new Folder(root, limits, Map.of(), Set.of());
            }
        } catch (IOException missing) {
            throw noFolder(path);
        }
        throw noFolder(path);
    }

    private static ClusterException noFolder(Path path) {
        return new ClusterException(
                ErrorCode.CLUSTER_UNREACHABLE,
                "the cluster's folder does not exist or is not a folder",
                "Create it, or correct the path.",
                Location.file(path.toString()));
    }

    /** The same folder with {@code changes}, texts by path, already in place, and {@code deletions} made. */
    Folder with(Map<String, String> changes, Set<String> deletions) {
        return new Folder(root, limits, changes, deletions);
    }

    /** Whether the file at {@code path} is there no more once pending changes are written. */
    boolean isGone(String path) {
        return gone.contains(path);
    }

    /** The folder's real path. */
    Path root() {
        return root;
    }

    /** What the folder's content may cost. */
    Limits limits() {
        return limits;
    }

    /** Texts by path that are not written yet. */
    Map<String, String> pending() {
        return pending;
    }

    /** The path that {@code reference} means when seen from the folder {@code base}; empty for the folder itself. */
    static String resolve(String base, String reference, Location at) {
        String path = reference.replace('\\', '/');
        // A text in the place of a path is told from a path before a message names it.
        if (!isPossible(path)) {
            throw impossible(at);
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            throw Refusals.escape(reference, at);
        }
        try {
            Path resolved = Path.of(base).resolve(path).normalize();
            if (resolved.startsWith("..")) {
                throw Refusals.escape(reference, at);
            }
            return slashed(resolved);
        } catch (InvalidPathException invalid) {
            throw impossible(at);
        }
    }

    private static boolean isPossible(String path) {
        return path.length() <= LONGEST_PATH
                && path.chars().noneMatch(Character::isISOControl)
                && Stream.of(path.split("/", -1))
                        .allMatch(step -> step.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME);
    }

    private static RuntimeException impossible(Location at) {
        return Refusals.malformed(
                "the path is not one a file can have",
                "Correct it: one line, up to " + LONGEST_NAME + " bytes for each name in it.",
                at);
    }

    /**
     * The path an entry of {@code file} means by {@code reference}: relative to the file's folder, or if nothing is there
     * to the cluster's folder.
     */
    String find(String file, String reference, Location at) {
        String near = resolve(parent(file), reference, at);
        if (exists(near, at)) {
            return near;
        }
        String fromRoot = resolve("", reference, at);
        if (exists(fromRoot, at)) {
            return fromRoot;
        }
        throw Refusals.missingFile(reference, at);
    }

    /** The folder that {@code path} is in; empty for the cluster's folder. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last step of {@code path}. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a file or folder is there; a link that leads out is refused. */
    boolean exists(String path, Location at) {
        return pending.containsKey(path) || real(path, at).isPresent();
    }

    /** Whether a folder is there. */
    boolean isFolder(String path, Location at) {
        return real(path, at).filter(Files::isDirectory).isPresent();
    }

    /** Whether {@code path}, or a folder on the way to it, is a link. Commits do not write through links. */
    boolean isLinked(String path) {
        Path at = root;
        for (Path step : Path.of(path)) {
            at = at.resolve(step);
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    /** The text of a member's file, to the character. */
    String memberText(String path, Location at) {
        return text(path, at, "memberSize", limits.memberSize());
    }

    /** The text of a file that describes stacks. */
    String descriptionText(String path, Location at) {
        return text(path, at, "stackSize", limits.stackSize());
    }

    private String text(String path, Location at, String limit, int allowed) {
        String planned = pending.isEmpty() ? null : pending.get(canonical(path, at));
        String text = planned != null ? planned : Utf8.decode(bytes(path, at, limit, allowed), Location.file(path));
        if (text.length() > allowed) {
            throw tooLarge(path, at, limit, allowed);
        }
        return text;
    }

    private byte[] bytes(String path, Location at, String limit, int allowed) {
        Path real = real(path, at).filter(Files::isRegularFile).orElseThrow(() -> Refusals.missingFile(path, at));
        long most = allowed * BYTES_PER_UNIT;
        try {
            if (Files.size(real) > most) {
                throw tooLarge(path, at, limit, allowed);
            }
            try (InputStream in = Files.newInputStream(real)) {
                return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            }
        } catch (IOException failure) {
            throw Refusals.unreadable(path, failure);
        }
    }

    private static RuntimeException tooLarge(String path, Location at, String limit, int allowed) {
        return Refusals.limit("the file " + path + " is larger", limit, allowed, at);
    }

    /** The real path of what is there, which must lie within the folder. */
    Optional<Path> real(String path, Location at) {
        if (isGone(path)) {
            return Optional.empty();
        }
        try {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root)) {
                throw Refusals.escape(path, at);
            }
            return Optional.of(real);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failure) {
            if (Files.notExists(root.resolve(path)) || isBelowFile(path)) {
                return Optional.empty();
            }
            throw Refusals.unreadable(path, failure);
        }
    }

    private boolean isBelowFile(String path) {
        Path at = root;
        for (Path step : Path.of(path)) {
            if (Files.isRegularFile(at)) {
                return true;
            }
            at = at.resolve(step);
        }
        return false;
    }

    /** The one path of what is there, however links within the folder lead to it; {@code path} if nothing is there. */
    String canonical(String path, Location at) {
        return real(path, at).map(real -> slashed(root.relativize(real))).orElse(path);
    }

    /** The path with slashes; a backslash that is part of a name stays. */
    static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
