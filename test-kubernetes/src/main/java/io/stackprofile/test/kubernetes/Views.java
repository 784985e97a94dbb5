package io.stackprofile.test.kubernetes;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Shows a stored object at another version of its API. */
final class Views {

    private Views() {}

    /** Its fields stay: that is what conversion strategy None does. */
    static @Nullable ObjectNode of(@Nullable ObjectNode stored, ResourceType type) {
        return stored == null ? null : stored.put("apiVersion", type.apiVersion());
    }
}
