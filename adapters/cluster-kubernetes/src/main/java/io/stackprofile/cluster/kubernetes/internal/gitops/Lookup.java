package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds objects that others refer to. */
@FunctionalInterface
public interface Lookup {

    /** An object, if it is there and may be read. */
    Optional<JsonNode> find(String group, String kind, String namespace, String name);
}
