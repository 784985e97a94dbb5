package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.ObjectKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Objects that went from one member to another without a change, their namespace's included: they neither come nor go. */
final class MovedObjects {

    /** No object moved. */
    static final MovedObjects NONE = new MovedObjects(Set.of());

    private final Set<Optional<ObjectKey>> moved;

    private MovedObjects(Set<Optional<ObjectKey>> moved) {
        this.moved = moved;
    }

    /**
     * Finds them.
     *
     * @param gone the documents that older texts have and the newer texts of the same members do not
     * @param come the documents that newer texts have and the older texts of the same members do not
     */
    static MovedObjects of(Collection<DocumentPart> gone, Collection<DocumentPart> come) {
        Map<Optional<ObjectKey>, DocumentPart> left = new HashMap<>();
        gone.stream().filter(DocumentPart::isObject).forEach(part -> left.put(part.placed(), part));
        Set<Optional<ObjectKey>> moved = new HashSet<>();
        for (DocumentPart part : come) {
            DocumentPart earlier = left.get(part.placed());
            if (earlier != null && Objects.equals(earlier.tree(), part.tree())) {
                moved.add(part.placed());
            }
        }
        return new MovedObjects(moved);
    }

    /** Whether it moved. */
    boolean moved(DocumentPart part) {
        return moved.contains(part.placed());
    }

    /** Whether there are any documents, and all of them moved. */
    boolean allMoved(Collection<DocumentPart> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(this::moved);
    }
}
