package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where every alias and every anchored node of a file hangs. */
final class Slots {
    private final List<YamlAlias> aliases = new ArrayList<>();
    private final Map<YamlNode, Slot> slots = new HashMap<>();

    /**
     * The place of a node in its collection.
     *
     * @param parent a mapping or a list
     * @param key whether it is an entry's key
     */
    record Slot(YamlNode parent, boolean key) {}

    private Slots() {}

    static Slots of(YamlFile file) {
        Slots slots = new Slots();
        for (YamlDocument document : file.documents()) {
            document.root().ifPresent(slots::below);
        }
        return slots;
    }

    /** The aliases in source order. */
    List<YamlAlias> aliases() {
        return aliases;
    }

    /** The place of an alias or an anchored node; null for a document's root. */
    @Nullable
    Slot find(YamlNode node) {
        return slots.get(node);
    }

    private void child(YamlNode node, YamlNode parent, boolean key) {
        if (node instanceof YamlAlias alias) {
            aliases.add(alias);
        }
        if (node instanceof YamlAlias || node.anchor().isPresent()) {
            slots.put(node, new Slot(parent, key));
        }
        below(node);
    }

    private void below(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                child(entry.key(), mapping, true);
                child(entry.value(), mapping, false);
            }
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> child(item, sequence, false));
        }
    }
}
