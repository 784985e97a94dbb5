package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.function.Function;

/**
 * The target stack as it stands before a commit.
 *
 * @param fingerprint as {@code ClusterAccess.fingerprint} gives it
 * @param objects every object that is the stack's, raw and complete, each with {@code apiVersion} and {@code kind}; those that
 *     stand for add-ons too
 * @param reading gives what {@code ClusterAccess.read} would give as the stack if these objects were its
 */
public record TargetState(String fingerprint, List<JsonNode> objects, Function<List<JsonNode>, StackSpec> reading) {

    /** Copies the list. */
    public TargetState {
        objects = List.copyOf(objects);
    }

    /** The number of objects only: they may hold secrets. */
    @Override
    public String toString() {
        return "TargetState[" + objects.size() + " objects]";
    }
}
