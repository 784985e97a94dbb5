package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.spi.cluster.StackCommit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says why an object that a commit would remove stays. */
final class KeepRules {

    private static final String HELM_POLICY = "helm.sh/resource-policy";
    private static final String KEEP = "stackprofile.io/keep";

    // The cluster's own programs, which write into most objects.
    private static final Set<String> CLUSTERS_OWN = Set.of(
            "kube-controller-manager", "cloud-controller-manager", "kube-scheduler", "kube-apiserver", "kubelet");

    private final String stack;
    private final Optional<InstanceMark> mark;
    private final boolean removeForeign;
    private final String fieldManager;

    KeepRules(StackCommit commit, String fieldManager) {
        this.stack = commit.stack();
        this.mark = commit.mark();
        this.removeForeign = commit.removeForeign();
        this.fieldManager = fieldManager;
    }

    /** Why it stays; empty when it goes. */
    Optional<String> reason(JsonNode there) {
        ObjectId id = ObjectId.of(there);
        if (removeForeign) {
            return Optional.empty();
        }
        if (isForeign(there)) {
            return Optional.of(id.describe() + " was not put there by an instance of this profile.");
        }
        if (id.is("", "PersistentVolumeClaim")) {
            return Optional.of(id.describe() + " holds data.");
        }
        Optional<String> wish = wish(there);
        if (wish.isPresent()) {
            return wish.map(annotation -> id.describe() + " says so itself, by annotation " + annotation + ".");
        }
        Set<String> others = others(there);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        id.describe() + " was changed by others or is theirs too: " + String.join(", ", others) + ".");
    }

    private boolean isForeign(JsonNode there) {
        boolean ours = Marks.label(there, Marks.STACK).filter(stack::equals).isPresent();
        boolean sameProfile = mark.isEmpty()
                || Marks.instance(there)
                        .filter(known -> known.profile().equals(mark.get().profile()))
                        .isPresent();
        return !ours || !sameProfile;
    }

    private static Optional<String> wish(JsonNode there) {
        if (Marks.annotation(there, HELM_POLICY).filter("keep"::equals).isPresent()) {
            return Optional.of(HELM_POLICY);
        }
        return Marks.annotation(there, KEEP)
                .filter(value -> !value.equals("false"))
                .map(value -> KEEP);
    }

    private Set<String> others(JsonNode there) {
        Set<String> others = new TreeSet<>();
        for (JsonNode entry : there.path("metadata").path("managedFields")) {
            String manager = entry.path("manager").asText();
            boolean known = manager.equals(fieldManager) || CLUSTERS_OWN.contains(manager);
            if (!known && !entry.path("subresource").asText().equals("status") && ownsMore(entry.path("fieldsV1"))) {
                others.add(manager);
            }
        }
        return others;
    }

    /** Whether fields are more than status and what controllers keep in the metadata for their own work. */
    private static boolean ownsMore(JsonNode fields) {
        return fields.properties().stream()
                .anyMatch(field -> !field.getKey().equals("f:status")
                        && !field.getKey().equals(".")
                        && (!field.getKey().equals("f:metadata") || ownsMetadata(field.getValue())));
    }

    private static boolean ownsMetadata(JsonNode metadata) {
        return metadata.properties().stream()
                .anyMatch(field -> !field.getKey().equals("f:finalizers")
                        && !field.getKey().equals("f:ownerReferences")
                        && !field.getKey().equals("."));
    }
}
