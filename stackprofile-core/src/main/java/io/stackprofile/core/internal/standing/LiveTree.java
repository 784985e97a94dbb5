package io.stackprofile.core.internal.standing;

import static io.stackprofile.core.internal.tree.TokenTree.ABSENT;

import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.SecretShape;
import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.core.internal.tree.PlainToken;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A live object's tree as far as a version names its fields: what the server added, defaulted or others alone set is left
 * out, and where a secret's placeholder stands in the version it stands here. A field that only the newer version names
 * counts when someone owns it: a default has no owner.
 */
final class LiveTree {

    /** Maps of texts that the server may keep as one value, in which it sets nothing itself. */
    private static final Set<String> TEXTS = Set.of("nodeSelector", "selector", "matchLabels");

    private final boolean restricted;
    private final Consumer<String> held;
    private final List<String> withheld = new ArrayList<>();

    private LiveTree(boolean restricted, Consumer<String> held) {
        this.restricted = restricted;
        this.held = held;
    }

    /**
     * What came of it.
     *
     * @param tree the tree
     * @param withheld pointers of values that hold a secret and are not the version's; the version's stand there
     */
    record Projected(@Nullable Object tree, List<String> withheld) {}

    /**
     * An object of an API server.
     *
     * @param held takes what stands where a version has a secret
     */
    static Projected object(
            @Nullable Object base,
            @Nullable Object theirs,
            @Nullable Object live,
            FieldOwners owners,
            Consumer<String> held) {
        LiveTree run = new LiveTree(true, held);
        Object sent = escape(new SentSecret(base, theirs).of(live));
        return new Projected(run.project("", "", base, theirs, sent, owners), run.withheld);
    }

    /**
     * An add-on's values, all of which somebody gave.
     *
     * @param held takes what stands where a version has a secret
     */
    static Projected values(
            @Nullable Object base, @Nullable Object theirs, @Nullable Object live, Consumer<String> held) {
        LiveTree run = new LiveTree(false, held);
        return new Projected(run.project("", "", base, theirs, escape(live), FieldOwners.UNKNOWN), run.withheld);
    }

    private @Nullable Object project(
            String pointer,
            String field,
            @Nullable Object base,
            @Nullable Object theirs,
            @Nullable Object live,
            FieldOwners owners) {
        Optional<SecretShape> shape = shape(base).or(() -> shape(theirs));
        if (shape.isPresent()) {
            return secret(pointer, shape.get(), base, theirs, live);
        }
        if (live instanceof Map<?, ?> map && (base instanceof Map || theirs instanceof Map)) {
            return maps(pointer, field, map(base), map(theirs), map, owners);
        }
        if (live instanceof List<?> list && (base instanceof List || theirs instanceof List)) {
            return lists(pointer, field, list(base), list(theirs), list, owners);
        }
        boolean same = restricted ? ServerValue.same(pointer, base, live) : ServerValue.sameGiven(base, live);
        return same || isVersionOfGroup(pointer, base, live) ? base : live;
    }

    /** The version's placeholder, for whatever stands there. */
    private @Nullable Object secret(
            String pointer, SecretShape shape, @Nullable Object base, @Nullable Object theirs, @Nullable Object live) {
        if (live == ABSENT) {
            return ABSENT;
        }
        if (!(live instanceof Map || live instanceof List)) {
            String text = String.valueOf(live);
            shape.held(Placeholders.unescape(text)).ifPresent(held);
            if (!shape.fits(text) && shape(base).isPresent()) {
                withheld.add(pointer);
            }
        }
        return base == ABSENT ? theirs : base;
    }

    private Map<String, @Nullable Object> maps(
            String pointer, String field, Map<?, ?> base, Map<?, ?> theirs, Map<?, ?> live, FieldOwners owners) {
        Map<String, @Nullable Object> projected = new LinkedHashMap<>();
        base.forEach((key, value) -> put(
                projected,
                (String) key,
                pointer,
                value,
                theirs.containsKey(key) ? theirs.get(key) : ABSENT,
                live,
                owners));
        theirs.forEach((key, value) -> {
            if (!base.containsKey(key) && counts(owners.field((String) key))) {
                put(projected, (String) key, pointer, ABSENT, value, live, owners);
            }
        });
        if (!restricted || (TEXTS.contains(field) && owners.whole())) {
            live.forEach((key, value) -> projected.putIfAbsent((String) key, value));
        }
        return projected;
    }

    private void put(
            Map<String, @Nullable Object> projected,
            String key,
            String pointer,
            @Nullable Object base,
            @Nullable Object theirs,
            Map<?, ?> live,
            FieldOwners owners) {
        Object value = project(
                YamlPointer.child(pointer, key),
                key,
                base,
                theirs,
                live.containsKey(key) ? live.get(key) : ABSENT,
                owners.field(key));
        if (value != ABSENT) {
            projected.put(key, value);
        }
    }

    private boolean counts(FieldOwners owners) {
        return !owners.known() || owners.owned();
    }

    private List<@Nullable Object> lists(
            String pointer, String field, List<?> base, List<?> theirs, List<?> live, FieldOwners owners) {
        Optional<ListKeys.Matched> keys = ListKeys.of(field, List.of(base, theirs, live));
        return keys.isPresent()
                ? keyed(pointer, List.of(base, theirs, live), keys.get().keys(), owners)
                : byPosition(pointer, base, theirs, live, owners);
    }

    private List<@Nullable Object> keyed(
            String pointer, List<List<?>> sides, List<List<String>> keys, FieldOwners owners) {
        List<@Nullable Object> projected = new ArrayList<>();
        List<String> all = new ArrayList<>(keys.get(0));
        keys.get(1).stream().filter(key -> !keys.get(0).contains(key)).forEach(all::add);
        for (String key : all) {
            Object live = item(sides.get(2), keys.get(2), key);
            Object base = item(sides.get(0), keys.get(0), key);
            FieldOwners of = owners.item(live);
            if (live != ABSENT && (base != ABSENT || counts(of))) {
                String place = YamlPointer.child(pointer, projected.size());
                projected.add(project(place, "", base, item(sides.get(1), keys.get(1), key), live, of));
            }
        }
        if (!restricted || owners.whole()) {
            keys.get(2).stream()
                    .filter(key -> !all.contains(key))
                    .forEach(key -> projected.add(item(sides.get(2), keys.get(2), key)));
        }
        return projected;
    }

    /** Items without keys: by place when there are as many, else each as the item of the version that it is, if it is one. */
    private List<@Nullable Object> byPosition(
            String pointer, List<?> base, List<?> theirs, List<?> live, FieldOwners owners) {
        List<@Nullable Object> projected = new ArrayList<>();
        boolean aligned = base.size() == live.size();
        boolean other = theirs.size() == live.size();
        for (int i = 0; i < live.size(); i++) {
            String place = YamlPointer.child(pointer, i);
            Object their = other ? theirs.get(i) : ABSENT;
            projected.add(
                    aligned
                            ? project(place, "", base.get(i), their, live.get(i), owners.item(live.get(i)))
                            : base.isEmpty()
                                    ? project(place, "", ABSENT, their, live.get(i), owners.item(live.get(i)))
                                    : oneOf(base, live.get(i)));
        }
        return projected;
    }

    private @Nullable Object oneOf(List<?> base, @Nullable Object live) {
        for (Object item : base) {
            LiveTree tried = new LiveTree(restricted, held);
            Object projected = tried.project("", "", item, ABSENT, live, FieldOwners.UNKNOWN);
            if (tried.withheld.isEmpty() && Objects.equals(projected, item)) {
                return item;
            }
        }
        return live;
    }

    private static @Nullable Object item(List<?> list, List<String> keys, String key) {
        int index = keys.indexOf(key);
        return index < 0 ? ABSENT : list.get(index);
    }

    /** The server answers in the version that was asked for. */
    private boolean isVersionOfGroup(String pointer, @Nullable Object base, @Nullable Object live) {
        return restricted
                && pointer.equals("/apiVersion")
                && base instanceof String one
                && live instanceof String other
                && group(one).equals(group(other));
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    private static Optional<SecretShape> shape(@Nullable Object value) {
        return value instanceof String || value instanceof PlainToken
                ? SecretShape.of(value.toString())
                : Optional.empty();
    }

    /** What looks like a placeholder on the target is text. */
    private static @Nullable Object escape(@Nullable Object live) {
        if (live instanceof String text) {
            return Placeholders.escape(text);
        }
        if (live instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(Placeholders.escape((String) key), escape(value)));
            return copy;
        }
        if (live instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(escape(item)));
            return copy;
        }
        return live;
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? list : List.of();
    }
}
