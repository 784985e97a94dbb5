package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a manager owns, as {@code fieldsV1} writes them: {@code f:NAME} a field, {@code k:{..}} the item of a list
 * by its keys, {@code v:VALUE} the item of a set, {@code i:N} an item by its index, and a dot for the field itself.
 */
final class FieldSet {

    /** A field with all that is below it. */
    static final FieldSet LEAF = new FieldSet();

    private final Map<String, FieldSet> fields = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private boolean self;

    private FieldSet() {}

    private record Item(char type, @Nullable Object key, FieldSet set) {}

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException when it is none; without content
     */
    static FieldSet read(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("fieldsV1 is no mapping");
        }
        if (map.isEmpty()) {
            return LEAF;
        }
        FieldSet set = new FieldSet();
        map.forEach((key, value) -> set.add(Objects.toString(key), value));
        return set;
    }

    private void add(String key, @Nullable Object value) {
        if (key.equals(".")) {
            self = true;
        } else if (key.startsWith("f:")) {
            fields.put(key.substring(2), read(value));
        } else if (key.length() > 2 && key.charAt(1) == ':' && "kvi".indexOf(key.charAt(0)) >= 0) {
            items.add(new Item(key.charAt(0), parse(key.substring(2)), read(value)));
        } else {
            throw new IllegalArgumentException("fieldsV1 has a key of no known form");
        }
    }

    private static @Nullable Object parse(String json) {
        try {
            List<YamlDocument> documents = YamlFile.parse(json).documents();
            if (documents.size() == 1 && documents.get(0).root().isPresent()) {
                return LiveTree.of(documents.get(0).root().get());
            }
        } catch (YamlException refused) {
            // Said below, without what the parser says of the content.
        }
        throw new IllegalArgumentException("fieldsV1 has a key that is no JSON");
    }

    boolean isLeaf() {
        return !self && fields.isEmpty() && items.isEmpty();
    }

    /** Whether the field itself is owned, not only some below it. */
    boolean ownsItself() {
        return self || isLeaf();
    }

    @Nullable
    FieldSet field(String name) {
        return fields.get(name);
    }

    /** The fields that are owned with all that is below them. */
    Set<String> leaves() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().isLeaf())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Nullable
    FieldSet item(int index, @Nullable Object value) {
        for (Item item : items) {
            boolean found = switch (item.type) {
                case 'k' -> item.key instanceof Map && SameValue.isPart(item.key, value);
                case 'v' -> SameValue.same(item.key, value);
                default -> SameValue.same(item.key, (long) index);
            };
            if (found) {
                return item.set;
            }
        }
        return null;
    }

    /** Nothing of the content: keys of items may be any text. */
    @Override
    public String toString() {
        return "FieldSet";
    }
}
