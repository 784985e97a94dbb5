package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.Comparator;
import java.util.Optional;

/**
 * What tells an object from others, in whatever version it was read.
 *
 * @param group its API group; empty for the core group
 * @param kind its kind
 * @param namespace absent for what belongs to the cluster as a whole
 * @param name its name
 */
public record ObjectId(String group, String kind, Optional<String> namespace, String name)
        implements Comparable<ObjectId> {

    private static final Comparator<ObjectId> ORDER = Comparator.comparing((ObjectId id) -> id.namespace.orElse(""))
            .thenComparing(ObjectId::kind)
            .thenComparing(ObjectId::group)
            .thenComparing(ObjectId::name);

    /** An object's. */
    public static ObjectId of(JsonNode object) {
        return new ObjectId(
                group(Json.text(object, "apiVersion").orElse("")),
                Json.text(object, "kind").orElse(""),
                Json.text(object, "metadata", "namespace").filter(text -> !text.isEmpty()),
                Json.text(object, "metadata", "name").orElse(""));
    }

    /** The group of an API version: {@code apps} of {@code apps/v1}. */
    public static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Whether it is of a kind. */
    public boolean is(String ofGroup, String ofKind) {
        return kind.equals(ofKind) && group.equals(ofGroup);
    }

    /** For messages: {@code Secret shop/db}. */
    public String describe() {
        return kind + " " + namespace.map(in -> in + "/").orElse("") + name;
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }
}
