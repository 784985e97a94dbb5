package io.stackprofile.cluster.kubernetes.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code Status} object, as a server answers what it did not do.
 *
 * @param code the HTTP status
 * @param reason such as {@code NotFound} or {@code Conflict}; empty when there is none
 * @param message for people; may quote what was sent
 * @param kind the resource that it is about, as {@code details.kind} has it; empty when there is none
 * @param causes each field's own
 */
public record ApiStatus(int code, String reason, String message, String kind, List<Cause> causes) {

    /**
     * One of several.
     *
     * @param reason such as {@code FieldValueInvalid} or {@code FieldManagerConflict}
     * @param field where
     * @param message for people; may quote what was sent
     */
    public record Cause(String reason, String field, String message) {}

    /** Copies the causes. */
    public ApiStatus {
        causes = List.copyOf(causes);
    }

    /** Reads an answer; one that is no {@code Status} has no more than its code. */
    public static ApiStatus of(ApiAnswer answer) {
        Optional<JsonNode> body =
                Json.read(answer.body()).filter(tree -> Json.text(tree, "kind").equals(Optional.of("Status")));
        if (body.isEmpty()) {
            return new ApiStatus(answer.status(), "", "", "", List.of());
        }
        List<Cause> causes = new ArrayList<>();
        for (JsonNode cause : body.get().path("details").path("causes")) {
            causes.add(new Cause(text(cause, "reason"), text(cause, "field"), text(cause, "message")));
        }
        return new ApiStatus(
                answer.status(),
                text(body.get(), "reason"),
                text(body.get(), "message"),
                Json.text(body.get(), "details", "kind").orElse(""),
                causes);
    }

    private static String text(JsonNode tree, String key) {
        return Json.text(tree, key).orElse("");
    }
}
