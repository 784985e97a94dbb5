package io.stackprofile.core.internal.merge;

import static io.stackprofile.core.internal.tree.TokenTree.ABSENT;

import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins two changes of one document's tree, path by path, and lists what makes ours of it. Lists with merge keys are joined
 * by item, what theirs adds behind ours; other lists, and those whose order matters and theirs changed, are one value. For
 * one use.
 */
final class TreeMerge {

    /** What makes {@code from} the tree {@code to}. */
    static List<Operation> between(MemberRef member, @Nullable Object from, @Nullable Object to) {
        TreeMerge merge = new TreeMerge(new MergeRun(Map.of()), member, 0);
        merge.merge("", "", from, to, from);
        return merge.operations();
    }

    /** Puts a tree at a place of our document, or removes what stands there. */
    record Operation(
            boolean remove, String pointer, @Nullable Object tree) {}

    private final MergeRun run;
    private final MemberRef member;
    private final int document;
    private final List<Operation> puts = new ArrayList<>();
    private final List<Operation> removals = new ArrayList<>();

    TreeMerge(MergeRun run, MemberRef member, int document) {
        this.run = run;
        this.member = member;
        this.document = document;
    }

    /** What has to be done, in an order in which every pointer still leads where it did. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>(puts);
        for (int i = removals.size() - 1; i >= 0; i--) {
            all.add(removals.get(i));
        }
        return all;
    }

    /** The joined tree; where there is a conflict, ours. */
    @Nullable
    Object merge(String pointer, String field, @Nullable Object base, @Nullable Object theirs, @Nullable Object ours) {
        if (Objects.equals(theirs, ours) || Objects.equals(base, theirs)) {
            return ours;
        }
        if (theirs instanceof Map<?, ?> their
                && ours instanceof Map<?, ?> our
                && (base == ABSENT || base instanceof Map)) {
            return maps(pointer, base instanceof Map<?, ?> map ? map : Map.of(), their, our);
        }
        if (theirs instanceof List<?> their
                && ours instanceof List<?> our
                && (base == ABSENT || base instanceof List)) {
            List<?> old = base instanceof List<?> list ? list : List.of();
            Optional<ListKeys.Matched> keys = ListKeys.of(field, List.of(old, their, our));
            if (keys.isPresent()
                    && !(keys.get().ordered() && isReordered(keys.get().keys()))) {
                return lists(pointer, List.of(old, their, our), MergeKeys.indexes(keys.get()));
            }
        }
        return Objects.equals(base, ours) ? take(pointer, theirs) : conflict(pointer, base, theirs, ours);
    }

    /** Whether theirs has the items that all have in another order than base, and ours not in the same one. */
    private static boolean isReordered(List<List<String>> keys) {
        Set<String> common = new HashSet<>(keys.get(0));
        common.retainAll(new HashSet<>(keys.get(1)));
        common.retainAll(new HashSet<>(keys.get(2)));
        List<List<String>> orders = keys.stream()
                .map(side -> side.stream().filter(common::contains).toList())
                .toList();
        return !orders.get(1).equals(orders.get(0)) && !orders.get(1).equals(orders.get(2));
    }

    private Map<String, @Nullable Object> maps(String pointer, Map<?, ?> base, Map<?, ?> theirs, Map<?, ?> ours) {
        Set<Object> keys = new LinkedHashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        for (Object key : keys) {
            String name = (String) key;
            Object value = merge(
                    YamlPointer.child(pointer, name), name, value(base, key), value(theirs, key), value(ours, key));
            if (value != ABSENT) {
                merged.put(name, value);
            }
        }
        return merged;
    }

    private static @Nullable Object value(Map<?, ?> map, Object key) {
        return map.containsKey(key) ? map.get(key) : ABSENT;
    }

    private List<@Nullable Object> lists(String pointer, List<List<?>> sides, List<Map<String, Integer>> keys) {
        Set<String> all = new LinkedHashSet<>(keys.get(2).keySet());
        all.addAll(keys.get(1).keySet());
        List<@Nullable Object> merged = new ArrayList<>();
        for (String key : all) {
            Integer index = keys.get(2).get(key);
            String place = index == null ? pointer + "/-" : YamlPointer.child(pointer, index);
            Object item = merge(
                    place,
                    "",
                    item(sides.get(0), keys.get(0).get(key)),
                    item(sides.get(1), keys.get(1).get(key)),
                    item(sides.get(2), index));
            if (item != ABSENT) {
                merged.add(item);
            }
        }
        return merged;
    }

    private static @Nullable Object item(List<?> list, @Nullable Integer index) {
        return index == null ? ABSENT : list.get(index);
    }

    private @Nullable Object take(String pointer, @Nullable Object tree) {
        if (tree == ABSENT) {
            removals.add(new Operation(true, pointer, null));
        } else {
            puts.add(new Operation(false, pointer, tree));
        }
        return tree;
    }

    private @Nullable Object conflict(
            String pointer, @Nullable Object base, @Nullable Object theirs, @Nullable Object ours) {
        Kind kind = base == ABSENT
                ? Kind.ADD_ADD
                : theirs == ABSENT || ours == ABSENT ? Kind.DELETE_MODIFY : Kind.BOTH_CHANGED;
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(Location.builder()
                        .member(member)
                        .document(document)
                        .path(pointer)
                        .build())
                .message(message(kind))
                .base(TokenTree.json(base))
                .theirs(TokenTree.json(theirs))
                .ours(TokenTree.json(ours));
        Optional<MergeResolution> settled = run.settle(kind, place(pointer, base), conflict);
        if (settled.isEmpty() || settled.get() instanceof MergeResolution.Ours) {
            return ours;
        }
        return take(
                pointer,
                settled.get() instanceof MergeResolution.Other other ? TokenTree.asRead(other.value()) : theirs);
    }

    private static String message(Kind kind) {
        return switch (kind) {
            case ADD_ADD -> "both sides added a value here";
            case DELETE_MODIFY -> "one side removed the value here, the other changed it";
            default -> "both sides changed the value here";
        };
    }

    /** An item that only theirs has changed stands nowhere in ours: its content tells it from others. */
    private String place(String pointer, @Nullable Object base) {
        String item = pointer.endsWith("/-") ? "-" + Integer.toHexString(Objects.hashCode(base)) : "";
        return member + "#" + document + pointer + item;
    }
}
