package io.stackprofile.core.internal.clean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what was applied and says nothing, such as {@code env: []} or {@code readOnly: false}: a server of built-in kinds
 * drops it, and it means the same. So a captured object is the one that was applied.
 */
final class AppliedEmpties {

    /** Fields whose zero the API's types leave out ({@code omitempty}, no pointer). */
    private static final Set<String> ZEROS = Set.of(
            "readOnly",
            "subPath",
            "subPathExpr",
            "mountPropagation",
            "initialDelaySeconds",
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "hostPort",
            "stdin",
            "stdinOnce",
            "tty",
            "minReadySeconds",
            "paused",
            "publishNotReadyAddresses",
            "globalDefault",
            "weight");

    private static final Set<String> MAPPINGS =
            Set.of("nodeSelector", "matchLabels", "limits", "requests", "parameters");
    /** Mappings of an object's metadata that mean nothing when they are empty. */
    static final Set<String> ACCESSORIES = Set.of("/metadata/annotations", "/metadata/labels");

    /** What an applier that owns a field of this name, which the server does not hold, can only have said. */
    private static final Map<String, String> CLAIMED = claimed();

    private final boolean builtIn;

    AppliedEmpties(boolean builtIn) {
        this.builtIn = builtIn;
    }

    /** Whether a mapping that was emptied may stay when somebody said it: kubectl itself adds empty annotations. */
    boolean mayStay(Place at) {
        return !ACCESSORIES.contains(at.pointer());
    }

    /** Adds to {@code kept} what {@code applied} has, the live object at {@code at} lacks, and says nothing. */
    void restore(Place at, Map<?, ?> applied, Map<String, @Nullable Object> kept) {
        if (!builtIn || !(at.node() instanceof Map<?, ?> live)) {
            return;
        }
        applied.forEach((name, value) -> {
            String key = Objects.toString(name);
            boolean missing = !kept.containsKey(key) && (!live.containsKey(key) || isDroppedList(key, value));
            if (missing && saysNothing(key, value) && mayStay(at.child(key, value))) {
                kept.put(key, value);
            }
        });
    }

    /**
     * Adds to {@code kept} what an applier owns by the managed fields and the server does not hold: whoever removes a field
     * takes it from all its owners, so that it was applied as what says nothing.
     */
    void restoreOwned(Place at, Set<String> owned, Map<String, @Nullable Object> kept) {
        if (!builtIn || !(at.node() instanceof Map<?, ?> live)) {
            return;
        }
        owned.stream()
                .filter(key -> CLAIMED.containsKey(key) && !live.containsKey(key) && !kept.containsKey(key))
                .sorted()
                .forEach(key -> kept.put(key, LiveTree.json(CLAIMED.getOrDefault(key, "null"))));
    }

    private static Map<String, String> claimed() {
        Map<String, String> values = new HashMap<>();
        List.of("readOnly", "hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty", "paused", "globalDefault")
                .forEach(name -> values.put(name, "false"));
        values.put("publishNotReadyAddresses", "false");
        List.of("initialDelaySeconds", "minReadySeconds", "hostPort").forEach(name -> values.put(name, "0"));
        List.of("subPath", "subPathExpr", "serviceAccountName").forEach(name -> values.put(name, "\"\""));
        List.of("nodeSelector", "limits", "requests").forEach(name -> values.put(name, "{}"));
        List.of("tolerations", "command", "args").forEach(name -> values.put(name, "[]"));
        values.put("rollingUpdate", "null");
        return Map.copyOf(values);
    }

    /** A list that was applied empty and that a controller filled. */
    private static boolean isDroppedList(String key, @Nullable Object value) {
        return key.equals("rules") && value instanceof List;
    }

    private static boolean saysNothing(String key, @Nullable Object value) {
        if (key.equals("creationTimestamp")) {
            return false;
        }
        if (value == null || value.equals("")) {
            return true;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() && MAPPINGS.contains(key);
        }
        return ZEROS.contains(key) && (value.equals(false) || value.equals(0L));
    }
}
