package io.stackprofile.test.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the value at one place of an object is typed, merged and owned. Immutable but for its lazily found fields. */
final class Schema {

    enum Shape {
        SCALAR,
        /** Declared fields. */
        STRUCT,
        MAP,
        LIST,
        /** Merged as it comes: maps by key, lists whole. */
        ANY
    }

    static final Schema ANY = new Builder(Shape.ANY, "any").build();

    final Shape shape;
    /** The name of a scalar's or a struct's type. */
    final String type;
    /** Owned as one value. */
    final boolean atomic;
    /** A list's items are told apart by themselves. */
    final boolean set;
    /** A list's items are told apart by these fields, each with its default. */
    final Map<String, @Nullable JsonNode> keys;
    /** Unknown fields are kept. */
    final boolean open;

    final boolean nullable;
    final @Nullable JsonNode defaultValue;
    final List<String> required;
    final List<String> allowed;
    private final Map<String, Supplier<Schema>> fields;
    private final @Nullable Supplier<Schema> element;

    private Schema(Builder builder) {
        shape = builder.shape;
        type = builder.type;
        atomic = builder.atomic;
        set = builder.set;
        keys = builder.keys;
        open = builder.open;
        nullable = builder.nullable;
        defaultValue = builder.defaultValue;
        required = builder.required;
        allowed = builder.allowed;
        fields = builder.fields;
        element = builder.element;
    }

    boolean declares(String field) {
        return fields.containsKey(field);
    }

    Map<String, Supplier<Schema>> fields() {
        return fields;
    }

    /** The schema below a field of a struct or a key of a map; null for a field that is not known. */
    @Nullable
    Schema field(String name) {
        Supplier<Schema> declared = fields.get(name);
        if (declared != null) {
            return declared.get();
        }
        if (shape == Shape.ANY || open) {
            return element == null ? ANY : element.get();
        }
        return shape == Shape.MAP ? element() : null;
    }

    /** The schema below a field, whatever is known of it. */
    Schema below(String name) {
        Schema found = field(name);
        return found == null ? ANY : found;
    }

    Schema element() {
        return element == null ? ANY : element.get();
    }

    /** Whether a list's items are merged one by one. */
    boolean associative() {
        return shape == Shape.LIST && (set || !keys.isEmpty()) && !atomic;
    }

    /** Whether a value is owned as one, whatever is in it. */
    boolean whole(JsonNode value) {
        return atomic || value.isValueNode() || (value.isArray() && !associative());
    }

    static final class Builder {
        private final Shape shape;
        private final String type;
        boolean atomic;
        boolean set;
        Map<String, @Nullable JsonNode> keys = Map.of();
        boolean open;
        boolean nullable;

        @Nullable
        JsonNode defaultValue;

        List<String> required = List.of();
        List<String> allowed = List.of();
        final Map<String, Supplier<Schema>> fields = new LinkedHashMap<>();

        @Nullable
        Supplier<Schema> element;

        Builder(Shape shape, String type) {
            this.shape = shape;
            this.type = type;
        }

        Schema build() {
            return new Schema(this);
        }
    }
}
