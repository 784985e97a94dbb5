package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.List;

/** What has to be a mapping in an object before anything is put into it. */
final class ObjectShape {

    private static final List<List<String>> MAPPINGS =
            List.of(List.of("metadata"), List.of("metadata", "labels"), List.of("metadata", "annotations"));
    private static final List<List<String>> OF_SECRETS = List.of(List.of("data"), List.of("stringData"));

    private ObjectShape() {}

    /**
     * Refuses an object that has something else there.
     *
     * @throws InvalidContentException that tells the field
     */
    static void require(JsonNode object, Location at) {
        MAPPINGS.forEach(field -> require(object, field, at));
        if (PlannedObject.isSecret(object)) {
            OF_SECRETS.forEach(field -> require(object, field, at));
        }
    }

    private static void require(JsonNode object, List<String> field, Location at) {
        JsonNode value = object;
        for (String key : field) {
            value = value.path(key);
        }
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw new InvalidContentException(
                    ErrorCode.MALFORMED,
                    String.join(".", field) + " is no mapping",
                    "Write it as keys with values, or leave it out.",
                    at);
        }
    }
}
