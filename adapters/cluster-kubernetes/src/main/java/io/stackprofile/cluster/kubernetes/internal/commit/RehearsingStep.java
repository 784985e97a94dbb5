package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.instantiation.MemberOutcome.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the server rehearse. What needs a namespace or a definition that this commit would only make cannot be rehearsed, and
 * is told so.
 */
final class RehearsingStep implements MemberWrites.Step {

    private final ObjectWriter writer;
    private final Set<String> definitions = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();

    RehearsingStep(ObjectWriter writer, List<PlannedMember> planned) {
        this.writer = writer;
        for (PlannedMember member : planned) {
            for (PlannedObject object : member.objects()) {
                JsonNode spec = object.tree().path("spec");
                if (object.id().isDefinition()) {
                    definitions.add(kind(
                            spec.path("group").asText(),
                            spec.path("names").path("kind").asText()));
                } else if (object.id().isNamespace()) {
                    namespaces.add(object.id().name());
                }
            }
        }
    }

    @Override
    public ObjectResult write(PlannedObject object, Location at) {
        List<Rehearsal> used = new ArrayList<>();
        ObjectResult result = writer.write(
                object,
                before -> {
                    Rehearsal rehearsal = Rehearsal.of(object, before);
                    used.add(rehearsal);
                    return rehearsal.body();
                },
                at);
        return missing(object, result).map(what -> unrehearsed(object, what)).orElseGet(() -> restored(result, used));
    }

    @Override
    public ObjectResult await(ObjectResult written, Location at) {
        return written;
    }

    @Override
    public ObjectResult deliver(PlannedMember member) {
        return ObjectResult.said(Status.UPDATED, "what its installer does elsewhere cannot be rehearsed");
    }

    private Optional<String> missing(PlannedObject object, ObjectResult result) {
        Optional<ErrorCode> code = result.code();
        if (code.filter(ErrorCode.UNKNOWN_KIND::equals).isPresent()
                && definitions.contains(kind(ObjectId.group(object.apiVersion()), object.kind()))) {
            return Optional.of("its CustomResourceDefinition");
        }
        return code.filter(ErrorCode.NOT_FOUND::equals).isPresent()
                        && namespaces.contains(object.id().namespace().orElse(""))
                ? Optional.of("its namespace")
                : Optional.empty();
    }

    private static ObjectResult unrehearsed(PlannedObject object, String what) {
        ObjectNode body = Rehearsal.of(object, Optional.empty()).body();
        JsonNode restored = Rehearsal.of(object, Optional.empty()).restored(body);
        return ObjectResult.done(
                Status.CREATED,
                Optional.of("not rehearsed, since " + what + " is made by this commit"),
                List.of(),
                restored);
    }

    private static ObjectResult restored(ObjectResult result, List<Rehearsal> used) {
        return used.isEmpty()
                ? result
                : new ObjectResult(
                        result.status(),
                        result.message(),
                        result.code(),
                        result.conflicts(),
                        result.object().map(used.get(0)::restored));
    }

    private static String kind(String group, String kind) {
        return group + " " + kind;
    }
}
