package io.stackprofile.yaml;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a change where its node stands, so that all that read the node see it. */
final class SharedChange extends PlaceChange {
    private final Slots slots;

    SharedChange(YamlEditor editor, TreeChange change, Slots slots) {
        super(editor, change);
        this.slots = slots;
    }

    @Override
    void touch(YamlNode node) {
        // Its aliases take part.
    }

    @Override
    void replace(YamlNode parent, YamlNode node) {
        Slots.Slot slot = node instanceof YamlAlias alias ? slots.find(alias.target()) : null;
        if (slot == null || slot.key()) {
            super.replace(parent, node);
        } else {
            super.replace(slot.parent(), node.resolve());
        }
    }

    @Override
    void child(YamlNode node, int step, Consumer<@Nullable Object> instead) {
        in(node.resolve(), step + 1);
    }

    @Override
    void inMerged(YamlMapping mapping, YamlEntry merge, int step) {
        in(provider(merge, change.token(step)).resolve(), step);
    }

    /** Takes out what a reader finds; what then shows from below is taken out in a next round. */
    @Override
    void removeKey(YamlMapping mapping, String key) {
        YamlEntry giver = Merges.giver(mapping, key);
        if (giver != null && giver.isMerge()) {
            removeKey((YamlMapping) provider(giver, key).resolve(), key);
        } else if (giver != null) {
            editor.remove(mapping, giver);
        }
    }
}
