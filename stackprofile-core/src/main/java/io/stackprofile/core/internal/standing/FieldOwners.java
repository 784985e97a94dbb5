package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns a place of a live object, and what lies below it: the object's {@code managedFields}, entered field by field. */
final class FieldOwners {

    /** No one knows. */
    static final FieldOwners UNKNOWN = new FieldOwners(false, List.of());

    /**
     * A field manager.
     *
     * @param manager its name
     * @param operation how it wrote
     * @param time when it last did
     */
    record Owner(String manager, Optional<String> operation, Optional<Instant> time) {}

    private record Claim(Owner owner, Map<?, ?> fields) {}

    private final boolean known;
    private final List<Claim> claims;

    private FieldOwners(boolean known, List<Claim> claims) {
        this.known = known;
        this.claims = claims;
    }

    /** The owners of an object; unknown when it does not say. */
    static FieldOwners of(@Nullable Object object) {
        if (!(object instanceof Map<?, ?> map)
                || !(map.get("metadata") instanceof Map<?, ?> metadata)
                || !(metadata.get("managedFields") instanceof List<?> entries)) {
            return UNKNOWN;
        }
        List<Claim> claims = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> claim
                    && claim.get("manager") instanceof String manager
                    && claim.get("fieldsV1") instanceof Map<?, ?> fields) {
                claims.add(
                        new Claim(new Owner(manager, text(claim.get("operation")), time(claim.get("time"))), fields));
            }
        }
        return new FieldOwners(true, claims);
    }

    /** Whether the object says who owns what. */
    boolean known() {
        return known;
    }

    /** Whether someone owns this place or something below it. */
    boolean owned() {
        return !claims.isEmpty();
    }

    /** Whether whoever owns this place owns all of it: the server keeps it as one value, to which no one can add alone. */
    boolean whole() {
        return owned() && claims.stream().allMatch(claim -> claim.fields().isEmpty());
    }

    /** Who wrote last of those that own this place or something below it. */
    Optional<Owner> latest() {
        return claims.stream()
                .map(Claim::owner)
                .max(Comparator.comparing(owner -> owner.time().orElse(Instant.MIN)));
    }

    /** The owners of a field. */
    FieldOwners field(String name) {
        return below(fields -> fields.get("f:" + name));
    }

    /** The owners of a list's item; nobody owns one that is not there. */
    FieldOwners item(@Nullable Object item) {
        if (item == TokenTree.ABSENT) {
            return new FieldOwners(known, List.of());
        }
        return below(fields -> {
            if (!(item instanceof Map<?, ?> map)) {
                return fields.get("v:" + TreeJson.of(TokenTree.plain(item)));
            }
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                if (field.getKey() instanceof String key
                        && key.startsWith("k:")
                        && isKey(key.substring("k:".length()), map)) {
                    return field.getValue();
                }
            }
            return null;
        });
    }

    private interface Step {
        @Nullable
        Object into(Map<?, ?> fields);
    }

    /** Who owns a place and names nothing below it owns all that is there. */
    private FieldOwners below(Step step) {
        List<Claim> below = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.fields().isEmpty()) {
                below.add(claim);
            } else if (step.into(claim.fields()) instanceof Map<?, ?> fields) {
                below.add(new Claim(claim.owner(), fields));
            }
        }
        return new FieldOwners(known, below);
    }

    private static boolean isKey(String json, Map<?, ?> item) {
        try {
            return YamlFile.parse(json).documents().stream()
                    .findFirst()
                    .flatMap(document -> document.root().map(YamlTree::of))
                    .filter(tree -> tree instanceof Map<?, ?> key
                            && key.entrySet().stream()
                                    .allMatch(part -> Objects.equals(item.get(part.getKey()), part.getValue())))
                    .isPresent();
        } catch (YamlException notJson) {
            return false;
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> time(@Nullable Object value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
