package io.stackprofile.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merge keys as Go's yaml.v2 reads them: entries and merges apply in source order, each overwriting what stands there,
 * and a list of mappings is applied from its end, so that its first mapping wins.
 */
final class Merges {
    private Merges() {}

    /** What a reader finds under {@code key}. */
    static @Nullable YamlNode find(YamlMapping mapping, String key) {
        List<YamlEntry> entries = mapping.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            YamlEntry entry = entries.get(i);
            YamlNode found = null;
            if (entry.isMerge()) {
                found = findMerged(entry.value().resolve(), key);
            } else if (entry.name().equals(key)) {
                found = entry.value();
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable YamlNode findMerged(YamlNode merged, String key) {
        if (merged instanceof YamlMapping mapping) {
            return find(mapping, key);
        }
        for (YamlNode item : ((YamlSequence) merged).items()) {
            YamlNode found = find((YamlMapping) item.resolve(), key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Every name a reader finds, with its value. */
    static Map<String, YamlNode> effective(YamlMapping mapping) {
        Map<String, YamlNode> out = new LinkedHashMap<>();
        apply(mapping, out);
        return out;
    }

    private static void apply(YamlMapping mapping, Map<String, YamlNode> out) {
        for (YamlEntry entry : mapping.entries()) {
            if (!entry.isMerge()) {
                out.put(entry.name(), entry.value());
            } else if (entry.value().resolve() instanceof YamlMapping merged) {
                apply(merged, out);
            } else {
                List<YamlNode> items = ((YamlSequence) entry.value()).items();
                for (int i = items.size() - 1; i >= 0; i--) {
                    apply((YamlMapping) items.get(i).resolve(), out);
                }
            }
        }
    }
}
