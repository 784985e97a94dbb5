package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a change at one place only: what aliases and merge keys read elsewhere stays as it was. */
class PlaceChange {
    final YamlEditor editor;
    final TreeChange change;

    PlaceChange(YamlEditor editor, TreeChange change) {
        this.editor = editor;
        this.change = change;
    }

    /** Makes the change below a node that stands at the pointer's first {@code step} steps. */
    void in(YamlNode node, int step) {
        touch(node);
        if (node instanceof YamlMapping mapping) {
            inMapping(mapping, step);
        } else if (node instanceof YamlSequence sequence) {
            inSequence(sequence, step);
        } else {
            throw change.nowhere(step);
        }
    }

    /** The node is about to change. */
    void touch(YamlNode node) {
        if (node.anchor().isPresent()) {
            editor.detach(node);
        }
    }

    private void inMapping(YamlMapping mapping, int step) {
        String key = change.token(step);
        boolean last = change.isLast(step);
        YamlEntry giver = Merges.giver(mapping, key);
        if (giver == null) {
            if (!last || change.removes()) {
                throw change.nowhere(step);
            }
            editor.put(mapping, key, change.tree());
        } else if (last && change.removes()) {
            removeKey(mapping, key);
        } else if (giver.isMerge()) {
            inMerged(mapping, giver, step);
        } else if (last) {
            replace(mapping, giver.value());
        } else {
            child(giver.value(), step, tree -> editor.replaceNode(mapping, giver.value(), tree));
        }
    }

    private void inSequence(YamlSequence list, int step) {
        if (change.isAppend(step)) {
            editor.append(list, change.tree());
            return;
        }
        YamlNode item = list.items().get(change.index(step, list.items().size()));
        if (!change.isLast(step)) {
            child(item, step, tree -> editor.replaceNode(list, item, tree));
        } else if (change.removes()) {
            editor.removeItem(list, item);
        } else {
            replace(list, item);
        }
    }

    /** Puts the tree in the place of a node. */
    void replace(YamlNode parent, YamlNode node) {
        touch(node);
        editor.replaceNode(parent, node, change.tree());
    }

    /** Goes on below a node; a copy of what an alias stands for, with the change in it, goes to {@code instead}. */
    void child(YamlNode node, int step, Consumer<@Nullable Object> instead) {
        if (node instanceof YamlAlias) {
            instead.accept(change.in(Spelled.copy(node), step + 1));
        } else {
            in(node, step + 1);
        }
    }

    /** Changes what a merge key brings in: where it stands, or by an entry of the mapping's own that wins over it. */
    void inMerged(YamlMapping mapping, YamlEntry merge, int step) {
        String key = change.token(step);
        YamlNode provider = provider(merge, key);
        boolean standsHere = !(merge.value() instanceof YamlAlias) && !(provider instanceof YamlAlias);
        if (standsHere) {
            touch(merge.value());
            in(provider, step);
            return;
        }
        Object copy = mapping.get(key).map(Spelled::copy).orElse(null);
        override(mapping, key, change.in(copy, step + 1));
    }

    /** The mapping that a merge key takes the key from, or its alias. */
    static YamlNode provider(YamlEntry merge, String key) {
        return Merges.merged(merge).stream()
                .filter(merged -> ((YamlMapping) merged.resolve()).get(key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void override(YamlMapping mapping, String key, @Nullable Object tree) {
        mapping.entry(key).ifPresent(own -> editor.remove(mapping, own));
        editor.add(mapping, key, tree);
    }

    /** Takes the key out, and each merge that brings it in; what else those brought is written out. */
    void removeKey(YamlMapping mapping, String key) {
        Set<YamlNode> dissolved = new HashSet<>();
        List<YamlEntry> removed = new ArrayList<>();
        for (YamlEntry entry : mapping.entries()) {
            if (Merges.given(entry, key) != null) {
                removed.add(entry);
                if (entry.isMerge()) {
                    dissolved.add(entry.key());
                }
            }
        }
        removed.forEach(entry -> editor.remove(mapping, entry));
        if (dissolved.isEmpty()) {
            return;
        }
        for (Map.Entry<String, YamlNode> kept : Merges.effective(mapping).entrySet()) {
            YamlEntry giver = Merges.giver(mapping, kept.getKey());
            if (!kept.getKey().equals(key) && giver != null && dissolved.contains(giver.key())) {
                override(mapping, kept.getKey(), Spelled.copy(kept.getValue()));
            }
        }
    }
}
