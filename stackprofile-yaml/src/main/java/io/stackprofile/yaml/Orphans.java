package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aliases whose anchor goes, or changes what it stands for, with an edit. The first of each that stays gets a copy
 * of what it stood for, and the anchor with it if others still need it.
 */
final class Orphans {
    private final List<YamlNode> removed = new ArrayList<>();
    private final Set<YamlNode> detached = new HashSet<>();

    /**
     * An alias to be replaced by a copy.
     *
     * @param anchor the anchor for the copy, or empty
     */
    record Orphan(YamlAlias alias, Slots.Slot slot, String anchor) {}

    /** The node goes with all below it. */
    void remove(YamlNode node) {
        removed.add(node);
    }

    /** Another tree comes in the place of the node, whose anchor stays. */
    void replace(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                remove(entry.key());
                remove(entry.value());
            }
        } else if (node instanceof YamlSequence sequence) {
            removed.addAll(sequence.items());
        } else if (node instanceof YamlAlias) {
            remove(node);
        }
    }

    /** The anchored node changes, and its aliases shall not. */
    void detach(YamlNode anchored) {
        detached.add(anchored);
    }

    List<Orphan> find(YamlFile file) {
        if (removed.isEmpty() && detached.isEmpty()) {
            return List.of();
        }
        Slots slots = Slots.of(file);
        if (slots.aliases().isEmpty()) {
            return List.of();
        }
        Set<YamlNode> gone = new HashSet<>();
        removed.forEach(node -> below(node, gone));
        Map<YamlNode, List<YamlAlias>> uses = new HashMap<>();
        List<YamlNode> targets = new ArrayList<>();
        for (YamlAlias alias : slots.aliases()) {
            YamlNode target = alias.target();
            if (!gone.contains(alias) && (gone.contains(target) || detached.contains(target))) {
                uses.computeIfAbsent(target, t -> {
                            targets.add(t);
                            return new ArrayList<>();
                        })
                        .add(alias);
            }
        }
        List<Orphan> out = new ArrayList<>();
        targets.forEach(target -> out.add(orphan(uses.getOrDefault(target, List.of()), slots)));
        return out;
    }

    private static Orphan orphan(List<YamlAlias> uses, Slots slots) {
        YamlAlias first = uses.get(0);
        Slots.Slot slot = slots.find(first);
        if (slot == null) {
            throw new IllegalStateException("an alias for a root");
        }
        return new Orphan(first, slot, uses.size() > 1 ? "&" + first.name() : "");
    }

    private static void below(YamlNode node, Set<YamlNode> out) {
        out.add(node);
        if (node instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                below(entry.key(), out);
                below(entry.value(), out);
            }
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> below(item, out));
        }
    }
}
