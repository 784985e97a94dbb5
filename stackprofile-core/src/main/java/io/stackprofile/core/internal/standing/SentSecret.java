package io.stackprofile.core.internal.standing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Undoes what an API server does to a Secret: it keeps {@code stringData} as {@code data}. */
final class SentSecret {

    private final @Nullable Object base;
    private final @Nullable Object theirs;

    SentSecret(@Nullable Object base, @Nullable Object theirs) {
        this.base = base;
        this.theirs = theirs;
    }

    /** The live Secret with the keys that a version gives as {@code stringData} there; any other object as it is. */
    @Nullable
    Object of(@Nullable Object live) {
        if (!(live instanceof Map<?, ?> object)
                || !"Secret".equals(object.get("kind"))
                || !(object.get("data") instanceof Map<?, ?> data)) {
            return live;
        }
        Map<Object, @Nullable Object> kept = new LinkedHashMap<>(data);
        Map<Object, @Nullable Object> sent = new LinkedHashMap<>();
        for (Object side : new Object[] {entries(base, "stringData"), entries(theirs, "stringData")}) {
            ((Map<?, ?>) side)
                    .keySet().stream()
                            .filter(key -> data.get(key) instanceof String
                                    && !entries(base, "data").containsKey(key))
                            .forEach(key -> {
                                kept.remove(key);
                                sent.put(key, decoded(String.valueOf(data.get(key))));
                            });
        }
        if (sent.isEmpty()) {
            return live;
        }
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>(object);
        whole.put("data", kept);
        whole.put("stringData", sent);
        return whole;
    }

    private static Map<?, ?> entries(@Nullable Object object, String field) {
        return object instanceof Map<?, ?> map && map.get(field) instanceof Map<?, ?> entries ? entries : Map.of();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return base64;
        }
    }
}
