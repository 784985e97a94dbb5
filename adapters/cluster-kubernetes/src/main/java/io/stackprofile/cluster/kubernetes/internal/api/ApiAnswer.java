package io.stackprofile.cluster.kubernetes.internal.api;

import java.util.List;

/**
 * What an API server answered.
 *
 * @param status the HTTP status
 * @param body as it came; may hold secrets, never part of {@code toString}
 * @param warnings the texts of its {@code Warning} headers
 */
public record ApiAnswer(int status, String body, List<String> warnings) {

    /** Copies the warnings. */
    public ApiAnswer {
        warnings = List.copyOf(warnings);
    }

    /** Whether it did what was asked. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "ApiAnswer[" + status + "]";
    }
}
