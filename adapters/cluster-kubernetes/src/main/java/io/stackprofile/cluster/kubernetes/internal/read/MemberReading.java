package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Selection;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stack's objects as members: one each, but those that this library put there for one member form it again.
 *
 * @param spec the members, add-ons first
 * @param marks what they are marked with
 * @param leftOut objects that stand for add-ons or come from them
 * @param findings what was noticed
 * @param own the objects that are the stack's
 */
record MemberReading(
        StackSpec spec,
        Map<MemberRef, InstanceMark> marks,
        List<LeftOut> leftOut,
        List<Finding> findings,
        List<JsonNode> own) {

    private static final String SEPARATOR = "\n---\n";

    /**
     * Reads; a pure function.
     *
     * @param stack the stack's name: what carries another's is no member that was put there for it
     * @param objects the stack's objects
     * @param addons the add-ons among them and beside them
     */
    static MemberReading of(String stack, Collection<JsonNode> objects, AddonMembers addons) {
        Map<ObjectId, MemberRef> owners = new HashMap<>();
        addons.parts().forEach((name, of) -> of.forEach(part -> owners.put(ObjectId.of(part), MemberRef.addon(name))));
        Sorted sorted = sorted(objects, owners, addons);
        Map<MemberRef, List<JsonNode>> members = members(stack, sorted.manifests());
        members.forEach((ref, of) -> of.forEach(object -> owners.put(ObjectId.of(object), ref)));
        sorted.parts().forEach((name, of) -> {
            if (addons.addons().containsKey(name)) {
                members.put(MemberRef.addon(name), of);
            }
        });
        return built(members, owners, addons, sorted);
    }

    private record Sorted(List<JsonNode> manifests, Map<String, List<JsonNode>> parts, List<LeftOut> leftOut) {}

    private static Sorted sorted(Collection<JsonNode> objects, Map<ObjectId, MemberRef> owners, AddonMembers addons) {
        Sorted sorted = new Sorted(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        for (JsonNode object : objects) {
            Optional<String> addon = Optional.ofNullable(owners.get(ObjectId.of(object)))
                    .map(MemberRef::name)
                    .or(() -> AddonMembers.marked(object));
            if (addon.isPresent()) {
                sorted.parts()
                        .computeIfAbsent(addon.get(), first -> new ArrayList<>())
                        .add(object);
                sorted.leftOut()
                        .add(Selection.leftOut("part-of-addon", "It tells how an add-on is installed.", object));
            } else if (addons.renders(object)) {
                sorted.leftOut()
                        .add(Selection.leftOut("rendered-by-argocd", "Argo CD renders it from a chart.", object));
            } else {
                sorted.manifests().add(object);
            }
        }
        return sorted;
    }

    private static MemberReading built(
            Map<MemberRef, List<JsonNode>> members,
            Map<ObjectId, MemberRef> owners,
            AddonMembers addons,
            Sorted sorted) {
        Set<MemberRef> refs = new HashSet<>(members.keySet());
        addons.addons().values().forEach(addon -> refs.add(addon.ref()));
        DeclaredParents parents = new DeclaredParents(owners, refs);
        List<Member> built = new ArrayList<>();
        addons.addons().values().stream()
                .sorted(Comparator.comparing(Member::name))
                .forEach(addon -> built.add(
                        addon.withParents(parents.of(addon.ref(), members.getOrDefault(addon.ref(), List.of())))));
        members.forEach((ref, of) -> {
            if (ref.kind() == MemberKind.MANIFEST) {
                built.add(manifest(ref, of).withParents(parents.of(ref, of)));
            }
        });
        Map<MemberRef, InstanceMark> marks = new LinkedHashMap<>();
        members.forEach((ref, of) -> of.stream()
                .flatMap(object -> Marks.instance(object).stream())
                .findFirst()
                .ifPresent(mark -> marks.put(ref, mark)));
        List<Finding> findings = new ArrayList<>(addons.findings());
        findings.addAll(parents.findings());
        List<JsonNode> own = new ArrayList<>(sorted.manifests());
        sorted.parts().values().forEach(own::addAll);
        return new MemberReading(StackSpec.of(Optional.empty(), built), marks, sorted.leftOut(), findings, own);
    }

    private static Manifest manifest(MemberRef ref, List<JsonNode> objects) {
        List<String> documents = objects.stream().map(Json::write).toList();
        return Manifest.builder()
                .name(ref.name())
                .content(String.join(SEPARATOR, documents) + "\n")
                .build();
    }

    private static Map<MemberRef, List<JsonNode>> members(String stack, List<JsonNode> objects) {
        Map<MemberRef, List<JsonNode>> members = new TreeMap<>();
        List<ObjectId> plain = new ArrayList<>();
        Map<ObjectId, JsonNode> byId = new HashMap<>();
        for (JsonNode object : objects) {
            Optional<MemberRef> put =
                    Marks.label(object, Marks.STACK).filter(stack::equals).flatMap(name -> Marks.member(object));
            put.ifPresentOrElse(
                    ref -> members.computeIfAbsent(ref, first -> new ArrayList<>())
                            .add(object),
                    () -> plain.add(ObjectId.of(object)));
            byId.put(ObjectId.of(object), object);
        }
        members.values()
                .forEach(of ->
                        of.sort(Comparator.comparing(MemberReading::position).thenComparing(ObjectId::of)));
        Set<String> taken = new HashSet<>();
        members.keySet().forEach(ref -> taken.add(ref.name()));
        MemberNames.of(plain, taken).forEach((id, name) -> {
            JsonNode object = byId.get(id);
            if (object != null) {
                members.put(MemberRef.manifest(name), List.of(object));
            }
        });
        return members;
    }

    private static int position(JsonNode object) {
        try {
            return Integer.parseInt(Marks.annotation(object, Marks.DOCUMENT).orElse("0"));
        } catch (NumberFormatException other) {
            return 0;
        }
    }

    /** The numbers only: objects may hold secrets. */
    @Override
    public String toString() {
        return "MemberReading[" + spec.members().size() + " members of " + own.size() + " objects]";
    }
}
