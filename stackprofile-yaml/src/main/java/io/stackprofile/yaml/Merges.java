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
            YamlNode found = given(entries.get(i), key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What an entry, or what it merges in, has under {@code key}. */
    static @Nullable YamlNode given(YamlEntry entry, String key) {
        if (entry.isMerge()) {
            return findMerged(entry.value().resolve(), key);
        }
        return entry.name().equals(key) ? entry.value() : null;
    }

    /** The entry of the mapping itself, merge keys included, that decides what a reader finds under {@code key}. */
    static @Nullable YamlEntry giver(YamlMapping mapping, String key) {
        List<YamlEntry> entries = mapping.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (given(entries.get(i), key) != null) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** The mappings that a merge key names, the one that wins first; each may be an alias. */
    static List<YamlNode> merged(YamlEntry merge) {
        return merge.value().resolve() instanceof YamlSequence list ? list.items() : List.of(merge.value());
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
                List<YamlNode> items = merged(entry);
                for (int i = items.size() - 1; i >= 0; i--) {
                    apply((YamlMapping) items.get(i).resolve(), out);
                }
            }
        }
    }
}
