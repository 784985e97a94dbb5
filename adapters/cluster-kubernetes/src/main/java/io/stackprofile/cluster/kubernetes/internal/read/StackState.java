package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stack as it was read.
 *
 * @param snapshot empty when nothing of it is there
 * @param fingerprint of what is there
 * @param objects the stack's objects, those that stand for add-ons too
 * @param reading what would be read if these objects were the stack's
 */
public record StackState(
        Optional<StackSnapshot> snapshot,
        String fingerprint,
        List<JsonNode> objects,
        Function<List<JsonNode>, StackSpec> reading) {

    /** Copies the list. */
    public StackState {
        objects = List.copyOf(objects);
    }

    /** The number of objects only: they may hold secrets. */
    @Override
    public String toString() {
        return "StackState[" + objects.size() + " objects]";
    }
}
