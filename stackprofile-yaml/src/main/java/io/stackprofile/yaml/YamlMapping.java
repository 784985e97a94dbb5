package io.stackprofile.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping. */
public final class YamlMapping extends SourceNode implements YamlNode {
    private static final int INDEX_FROM = 12;

    private final List<YamlEntry> entries;
    private final CollectionPlace place;
    private final boolean merges;
    // Built when first asked for; a race builds it twice, to the same content.
    private @Nullable Map<String, YamlEntry> index;

    YamlMapping(Source source, Origin origin, List<YamlEntry> entries, CollectionPlace place, boolean merges) {
        super(source, origin);
        this.entries = List.copyOf(entries);
        this.place = place;
        this.merges = merges;
    }

    /** The entries as written, merge keys included, in source order. */
    public List<YamlEntry> entries() {
        return entries;
    }

    /** Whether it is written as {@code {..}}. */
    public boolean flow() {
        return place.flow();
    }

    /** Whether it holds a merge key. */
    public boolean hasMerges() {
        return merges;
    }

    /**
     * The value a reader finds under {@code key}, through merge keys. As in Go's reader, entries and merges count in
     * source order and the last one wins; in a list of merged mappings the first wins.
     */
    public Optional<YamlNode> get(String key) {
        return merges ? Optional.ofNullable(Merges.find(this, key)) : entry(key).map(YamlEntry::value);
    }

    /** The entry written in this mapping itself, never a merge key. */
    public Optional<YamlEntry> entry(String key) {
        return Optional.ofNullable(own(key));
    }

    @Nullable
    YamlEntry own(String key) {
        if (entries.size() >= INDEX_FROM) {
            return index().get(key);
        }
        for (YamlEntry entry : entries) {
            if (!entry.isMerge() && entry.name().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    private Map<String, YamlEntry> index() {
        Map<String, YamlEntry> known = index;
        if (known == null) {
            known = new HashMap<>(entries.size() * 2);
            for (YamlEntry entry : entries) {
                if (!entry.isMerge()) {
                    known.put(entry.name(), entry);
                }
            }
            index = known;
        }
        return known;
    }

    CollectionPlace place() {
        return place;
    }

    @Override
    public YamlNode resolve() {
        return this;
    }
}
