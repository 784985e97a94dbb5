package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is sent back. */
record Answer(int code, JsonNode body, List<String> warnings, Map<String, String> headers) {

    static Answer of(int code, JsonNode body) {
        return new Answer(code, body, List.of(), Map.of());
    }

    Answer warning(List<String> more) {
        return new Answer(code, body, more, headers);
    }

    static Answer of(Failure failure) {
        return of(failure.code, failure.status);
    }
}
