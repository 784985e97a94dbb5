package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Edges as annotations declare them: members, or objects as {@code Kind/namespace/name} and {@code Kind/name}. */
final class DeclaredParents {

    private static final String PATH = "/metadata/annotations/stackprofile.io~1parents";

    private final Map<ObjectId, MemberRef> objects;
    private final Set<MemberRef> members;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Among the members of a stack.
     *
     * @param objects whose member each object is
     */
    DeclaredParents(Map<ObjectId, MemberRef> objects, Set<MemberRef> members) {
        this.objects = objects;
        this.members = members;
    }

    /** What a member's objects declare, in order. */
    List<MemberRef> of(MemberRef member, List<JsonNode> of) {
        Set<MemberRef> parents = new LinkedHashSet<>();
        for (JsonNode object : of) {
            String declared = Marks.annotation(object, Marks.PARENTS).orElse("");
            int position = 0;
            for (String text : declared.split(",", -1)) {
                position++;
                if (!text.isBlank()) {
                    Optional<MemberRef> parent = parent(text.strip(), ObjectId.of(object));
                    parent.filter(ref -> !ref.equals(member)).ifPresent(parents::add);
                    if (parent.isEmpty()) {
                        unknown(member, position);
                    }
                }
            }
        }
        return List.copyOf(parents);
    }

    // What is written there is not repeated: it may be anything.
    private void unknown(MemberRef member, int position) {
        findings.add(Finding.builder()
                .severity(Severity.WARNING)
                .code("unknown-parent")
                .location(Location.builder().member(member).path(PATH).build())
                .message("parent " + position + " of the annotation is no member of the stack")
                .hint("Write manifest/NAME, addon/NAME, Kind/namespace/name or Kind/name, separated by commas.")
                .build());
    }

    private Optional<MemberRef> parent(String text, ObjectId child) {
        return member(text).or(() -> object(text, child));
    }

    private Optional<MemberRef> member(String text) {
        try {
            return Optional.of(MemberRef.parse(text)).filter(members::contains);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private Optional<MemberRef> object(String text, ObjectId child) {
        String[] parts = text.split("/", -1);
        if (parts.length == 3) {
            return objects.keySet().stream()
                    .filter(id -> id.kind().equals(parts[0])
                            && id.namespace().equals(Optional.of(parts[1]))
                            && id.name().equals(parts[2]))
                    .min(Comparator.naturalOrder())
                    .map(objects::get);
        }
        if (parts.length != 2) {
            return Optional.empty();
        }
        return objects.keySet().stream()
                .filter(id -> id.kind().equals(parts[0]) && id.name().equals(parts[1]))
                .min(Comparator.comparing((ObjectId id) -> nearness(id, child))
                        .thenComparing(Comparator.naturalOrder()))
                .map(objects::get);
    }

    // In its own namespace, then of the cluster as a whole, then anywhere.
    private static int nearness(ObjectId id, ObjectId child) {
        return id.namespace().equals(child.namespace()) ? 0 : id.namespace().isEmpty() ? 1 : 2;
    }

    /** Parents that are not there. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
