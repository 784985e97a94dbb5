package io.stackprofile.cluster.directory;

import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.yaml.YamlException;
import java.nio.file.AccessDeniedException;

/** The words in which a folder's content is refused. None of them quotes content. */
final class Refusals {

    private Refusals() {}

    static InvalidContentException malformed(String problem, String remedy, Location at) {
        return new InvalidContentException(ErrorCode.MALFORMED, problem, remedy, at);
    }

    static InvalidContentException twice(String what, Location first, Location second) {
        return new InvalidContentException(
                ErrorCode.DUPLICATE_KEY,
                what + " is declared twice, first at " + first.describe(),
                "Rename or remove one of the two.",
                second);
    }

    static InvalidContentException missingFile(String reference, Location at) {
        return new InvalidContentException(
                ErrorCode.MISSING_FILE,
                "the file " + reference + " does not exist",
                "Create it or correct the path.",
                at);
    }

    static InvalidContentException escape(String reference, Location at) {
        return new InvalidContentException(
                ErrorCode.PATH_ESCAPE,
                "the path " + reference + " leaves the cluster's folder",
                "Keep every file within the folder, without '..', absolute paths or links that lead out of it.",
                at);
    }

    static InvalidContentException linked(String path) {
        return new InvalidContentException(
                ErrorCode.PATH_ESCAPE,
                path + " is a link or lies behind one, which is not followed there",
                "Put the file itself in the place of the link.",
                Location.file(path));
    }

    static InvalidContentException limit(String what, String limit, long allowed, Location at) {
        return new InvalidContentException(
                ErrorCode.LIMIT_EXCEEDED,
                what + " than the limit of " + allowed + " allows",
                "Make it smaller or raise Limits." + limit + ".",
                at);
    }

    static InvalidContentException yaml(YamlException refused, String file) {
        ErrorCode code = switch (refused.code()) {
            case DUPLICATE_KEY -> ErrorCode.DUPLICATE_KEY;
            case LIMIT -> ErrorCode.LIMIT_EXCEEDED;
            default -> ErrorCode.MALFORMED;
        };
        // The place is said once, by the location; the message of the reader ends in it.
        String what = String.valueOf(refused.getMessage())
                .replace(" (line " + refused.line() + ", column " + refused.column() + ")", "");
        Location at = Location.builder()
                .file(file)
                .path(refused.path())
                .line(refused.line())
                .column(refused.column())
                .build();
        return new InvalidContentException(code, "the file cannot be read as YAML: " + what, "Correct the file.", at);
    }

    /** The reason of a failed file operation without its chain: paths, never content. */
    static ClusterException unreadable(String path, Exception failure) {
        return new ClusterException(
                code(failure),
                "reading " + path + " failed (" + failure.getClass().getSimpleName() + ")",
                "Check that it exists and that this process may read it.",
                Location.file(path));
    }

    /** Why a file operation failed. */
    static ErrorCode code(Exception failure) {
        boolean denied =
                failure instanceof AccessDeniedException || failure.getCause() instanceof AccessDeniedException;
        return denied ? ErrorCode.CLUSTER_FORBIDDEN : ErrorCode.CLUSTER_FAILED;
    }
}
