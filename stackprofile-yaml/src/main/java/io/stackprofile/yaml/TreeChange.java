package io.stackprofile.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change at a JSON pointer.
 *
 * @param tokens the pointer's steps, at least one
 * @param removes whether what stands there goes
 * @param tree what comes there, unless it goes
 */
record TreeChange(
        List<String> tokens, boolean removes, @Nullable Object tree) {
    /** Behind the last item of a list, as in RFC 6902. */
    static final String END = "-";

    String token(int step) {
        return tokens.get(step);
    }

    boolean isLast(int step) {
        return step == tokens.size() - 1;
    }

    /** The change made to a copied tree that stands at the pointer's first {@code step} steps. */
    @SuppressWarnings("unchecked")
    @Nullable
    Object in(@Nullable Object copy, int step) {
        if (step == tokens.size()) {
            return tree;
        }
        if (copy instanceof Map<?, ?>) {
            inMap((Map<String, @Nullable Object>) copy, step);
        } else if (copy instanceof List<?>) {
            inList((List<@Nullable Object>) copy, step);
        } else {
            throw nowhere(step);
        }
        return copy;
    }

    private void inMap(Map<String, @Nullable Object> map, int step) {
        String key = token(step);
        if (!map.containsKey(key) && (removes || !isLast(step))) {
            throw nowhere(step);
        }
        if (removes && isLast(step)) {
            map.remove(key);
        } else {
            map.put(key, in(map.get(key), step + 1));
        }
    }

    private void inList(List<@Nullable Object> list, int step) {
        if (isAppend(step)) {
            list.add(tree);
            return;
        }
        int index = index(step, list.size());
        if (removes && isLast(step)) {
            list.remove(index);
        } else {
            list.set(index, in(list.get(index), step + 1));
        }
    }

    boolean isAppend(int step) {
        return isLast(step) && !removes && token(step).equals(END);
    }

    int index(int step, int size) {
        int index = YamlPointer.index(token(step));
        if (index < 0 || index >= size) {
            throw nowhere(step);
        }
        return index;
    }

    /** Names the step by its number: keys may be anything. */
    IllegalArgumentException nowhere(int step) {
        return new IllegalArgumentException("nothing stands at step " + (step + 1) + " of the pointer's "
                + tokens.size() + "; name a key or an item that is there, or - to add to a list");
    }

    /** The kind of change only: the tree may hold a secret. */
    @Override
    public String toString() {
        return removes ? "TreeChange[remove]" : "TreeChange[put]";
    }
}
