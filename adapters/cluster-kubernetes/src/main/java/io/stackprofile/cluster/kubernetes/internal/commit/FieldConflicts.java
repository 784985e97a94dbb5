package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.cluster.kubernetes.internal.api.ApiStatus;
import io.stackprofile.instantiation.FieldConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which fields of an object others own from a server's refusal to apply it. */
final class FieldConflicts {

    private static final String REASON = "FieldManagerConflict";

    // conflict with "kubectl" with subresource "scale" using apps/v1 at 2026-01-01T00:00:00Z; an Apply is told without
    // "using".
    private static final Pattern MANAGER =
            Pattern.compile("conflict with \"((?:[^\"\\\\]|\\\\.)*)\"(.*)", Pattern.DOTALL);

    // Elements of sets are named by their value: [="value"].
    private static final Pattern VALUE = Pattern.compile("\\[=(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\]]*)\\]");

    private FieldConflicts() {}

    /** None when the refusal has another reason. */
    static List<FieldConflict> of(ApiStatus status, int document) {
        List<FieldConflict> conflicts = new ArrayList<>();
        for (ApiStatus.Cause cause : status.causes()) {
            if (cause.reason().equals(REASON)) {
                conflicts.add(conflict(cause, document));
            }
        }
        return conflicts;
    }

    private static FieldConflict conflict(ApiStatus.Cause cause, int document) {
        Matcher manager = MANAGER.matcher(cause.message());
        boolean told = manager.lookingAt();
        return new FieldConflict(
                document,
                VALUE.matcher(cause.field()).replaceAll("[]"),
                told ? manager.group(1) : "unknown",
                told ? Optional.of(manager.group(2).contains(" using ") ? "Update" : "Apply") : Optional.empty());
    }
}
