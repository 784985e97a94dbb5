package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.Owner.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The field managers of an object, as far as they tell.
 *
 * @param all those whose fields are readable and of the object's own API version
 * @param complete whether nobody's fields are missing
 */
record Owners(List<Owner> all, boolean complete) {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Nothing is known. */
    static Owners unknown() {
        return new Owners(List.of(), false);
    }

    /**
     * Reads {@code metadata.managedFields}.
     *
     * @param lastApplied whether the last-applied annotation is there and tells
     * @throws IllegalArgumentException when it is not what an API server writes; without content
     */
    static Owners read(@Nullable Object managedFields, String apiVersion, boolean lastApplied) {
        if (!(managedFields instanceof List<?> entries) || entries.isEmpty()) {
            return unknown();
        }
        Set<String> appliers = entries.stream()
                .filter(entry -> entry instanceof Map<?, ?> map && isApply(map))
                .map(entry -> LiveTree.text((Map<?, ?>) entry, "manager"))
                .collect(Collectors.toSet());
        List<Owner> owners = new ArrayList<>();
        boolean complete = true;
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("an entry is no mapping");
            }
            if (!counts(map, appliers)) {
                continue;
            }
            if (LiveTree.text(map, "apiVersion").equals(apiVersion)) {
                owners.add(owner(map, FieldSet.read(map.get("fieldsV1")), lastApplied));
            } else {
                complete = false;
            }
        }
        return new Owners(withoutLonelyControllers(owners, lastApplied), complete && !owners.isEmpty());
    }

    /** An update in the name of one that applies is what admission plugins did to what it sent. */
    private static boolean counts(Map<?, ?> entry, Set<String> appliers) {
        String subresource = LiveTree.text(entry, "subresource");
        String manager = LiveTree.text(entry, "manager");
        boolean admission =
                !isApply(entry) && subresource.isEmpty() && appliers.contains(manager) && !manager.equals("kubectl");
        return (subresource.isEmpty() || subresource.equals("scale")) && !admission;
    }

    private static boolean isApply(Map<?, ?> entry) {
        return LiveTree.text(entry, "operation").equals("Apply");
    }

    private static Owner owner(Map<?, ?> entry, FieldSet fields, boolean lastApplied) {
        if (NameList.CONTROLLERS.has(LiveTree.text(entry, "manager"))) {
            return new Owner(Role.CONTROLLER, fields);
        }
        if (isApply(entry)) {
            return new Owner(Role.APPLIER, fields);
        }
        return new Owner(lastApplied && ownsLastApplied(fields) ? Role.CLIENT_APPLIER : Role.EDITOR, fields);
    }

    private static boolean ownsLastApplied(FieldSet fields) {
        FieldSet metadata = fields.field("metadata");
        FieldSet annotations = metadata == null ? null : metadata.field("annotations");
        return annotations != null && annotations.field(LAST_APPLIED) != null;
    }

    /** An object that only controllers wrote is theirs as a whole: they are who wants it so. */
    private static List<Owner> withoutLonelyControllers(List<Owner> owners, boolean lastApplied) {
        if (lastApplied || owners.stream().anyMatch(owner -> owner.role() != Role.CONTROLLER)) {
            return owners;
        }
        return owners.stream()
                .map(owner -> new Owner(Role.EDITOR, owner.fields()))
                .toList();
    }

    boolean hasApplier() {
        return all.stream().anyMatch(owner -> owner.role() == Role.APPLIER);
    }

    /** How many managers; nothing of their fields. */
    @Override
    public String toString() {
        return "Owners[" + all.size() + "]";
    }
}
