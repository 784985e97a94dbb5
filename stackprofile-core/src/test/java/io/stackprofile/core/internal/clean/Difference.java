package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.LiveCorpus.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a cleaned object differs from what was applied. These are no differences: what says nothing ({@code readOnly: false},
 * null, empty) and was lost in the server; a quantity's spelling; a Secret's data as text.
 *
 * @param missing what was applied and is gone or other
 * @param extra what was not applied
 */
record Difference(Set<String> missing, Set<String> extra) {

    private static final Set<String> NOTHING = Set.of("null", "{}", "[]", "\"\"", "false", "0");

    static Difference of(Recorded recorded, Map<String, Object> cleaned) {
        Set<String> live = Leaves.of(recorded.live()).keySet();
        TreeMap<String, String> missing = Leaves.of(encoded(recorded.applied()));
        TreeMap<String, String> extra = Leaves.of(encoded(cleaned));
        missing.entrySet()
                .removeIf(leaf ->
                        isSame(leaf.getValue(), extra.get(leaf.getKey())) && extra.remove(leaf.getKey()) != null);
        missing.entrySet().removeIf(leaf -> NOTHING.contains(leaf.getValue()) && !live.contains(leaf.getKey()));
        extra.entrySet().removeIf(leaf -> NOTHING.contains(leaf.getValue()) && !live.contains(leaf.getKey()));
        return new Difference(new TreeSet<>(missing.keySet()), new TreeSet<>(extra.keySet()));
    }

    boolean isNone() {
        return missing.isEmpty() && extra.isEmpty();
    }

    private static boolean isSame(String applied, @Nullable String cleaned) {
        return cleaned != null && (applied.equals(cleaned) || ("\"" + applied + "\"").equals(cleaned));
    }

    private static Map<?, ?> encoded(Map<?, ?> object) {
        if (!(object.get("stringData") instanceof Map<?, ?> texts)) {
            return object;
        }
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(object);
        Map<Object, @Nullable Object> data = new LinkedHashMap<>(LiveTree.map(object, "data"));
        texts.forEach((key, text) -> data.put(
                key, Base64.getEncoder().encodeToString(Objects.toString(text).getBytes(StandardCharsets.UTF_8))));
        copy.remove("stringData");
        copy.put("data", data);
        return copy;
    }
}
