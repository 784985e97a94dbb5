package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.Map;
import java.util.Optional;

/** Decides whether an object that exists may be written by a commit to a stack. */
final class Ownership {

    private final String stack;
    private final boolean taking;
    private final Map<ObjectId, JsonNode> target;

    /**
     * For one commit.
     *
     * @param taking whether what belongs to others is taken
     * @param target the objects of the target stack
     */
    Ownership(String stack, boolean taking, Map<ObjectId, JsonNode> target) {
        this.stack = stack;
        this.taking = taking;
        this.target = target;
    }

    /** A namespace that another stack has marked: it is shared, so that its marks stay as they are. */
    boolean isShared(ObjectId id, JsonNode there) {
        return id.isNamespace()
                && mark(there).filter(other -> !other.equals(stack)).isPresent();
    }

    /**
     * Refuses what is another's.
     *
     * @throws ClusterException {@code NOT_OURS}, or {@code NOT_READY} for what is being deleted
     */
    void require(ObjectId id, JsonNode there, Location location) {
        if (there.path("metadata").hasNonNull("deletionTimestamp")) {
            throw new ClusterException(
                    ErrorCode.NOT_READY,
                    id.describe() + " is being deleted",
                    "Commit again when it is gone; if it stays, look at its finalizers.",
                    location);
        }
        if (taking || id.isNamespace()) {
            return;
        }
        Optional<String> mark = mark(there);
        if (mark.isEmpty() && isMadeWithNamespace(id)) {
            return;
        }
        if (mark.isPresent() ? !mark.get().equals(stack) : !target.containsKey(id)) {
            throw new ClusterException(
                    ErrorCode.NOT_OURS,
                    id.describe() + " exists and is "
                            + mark.map(other -> "of the stack '" + other + "'").orElse("no part of this stack"),
                    "Give the member another name or namespace, or commit with forced conflicts to take it over.",
                    location);
        }
    }

    // A controller makes it in each namespace, also in one that the commit made a moment ago.
    private static boolean isMadeWithNamespace(ObjectId id) {
        return id.is("", "ServiceAccount") && id.name().equals("default");
    }

    private static Optional<String> mark(JsonNode there) {
        return Marks.label(there, Marks.STACK);
    }
}
