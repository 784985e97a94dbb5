package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlPointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object's tree with the way that leads to it.
 *
 * @param up the mapping or list it stands in; null for the object itself
 * @param step its key, or its index in decimal
 * @param inList whether {@code step} is an index
 * @param node what stands there
 */
record Place(
        @Nullable Place up,
        String step,
        boolean inList,
        @Nullable Object node) {

    static Place root(Map<?, ?> object) {
        return new Place(null, "", false, object);
    }

    Place child(String key, @Nullable Object value) {
        return new Place(this, key, false, value);
    }

    Place item(int index, @Nullable Object value) {
        return new Place(this, Integer.toString(index), true, value);
    }

    /** How many steps lead here. */
    int depth() {
        int depth = 0;
        for (Place at = this; at.up != null; at = at.up) {
            depth++;
        }
        return depth;
    }

    Place root() {
        Place at = this;
        while (at.up != null) {
            at = at.up;
        }
        return at;
    }

    /** The JSON pointer from the object. */
    String pointer() {
        return up == null ? "" : YamlPointer.child(up.pointer(), step);
    }

    /** The nearest key: a list's item has the key of its list. */
    String field() {
        return inList && up != null ? up.field() : step;
    }

    /** The place one step down, if there is one. */
    @Nullable
    Place find(String key) {
        if (node instanceof Map<?, ?> map && map.containsKey(key)) {
            return child(key, map.get(key));
        }
        if (node instanceof List<?> list && key.matches("[0-9]{1,6}") && Integer.parseInt(key) < list.size()) {
            return item(Integer.parseInt(key), list.get(Integer.parseInt(key)));
        }
        return null;
    }

    /** The way only: what stands there is content. */
    @Override
    public String toString() {
        return "Place[depth " + depth() + "]";
    }
}
