package io.stackprofile.cluster.kubernetes.internal.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's words about a field, as far as they are words of its own. Kubernetes writes {@code Invalid value: VALUE: detail};
 * the value is what was sent, and the detail may be a rule's of a definition or a policy, which may quote values too. So only
 * details that are known are repeated.
 */
final class Unquoted {

    private static final Pattern LABEL = Pattern.compile(
            "(Invalid value|Unsupported value|Duplicate value|Required value|Forbidden|Not found|Too long|Too many|Internal"
                    + " error)(?::|$)");

    private static final List<String> DETAILS = List.of(
            "field is immutable",
            "field is immutable when `immutable` is set",
            "must be non-negative",
            "must be greater than zero",
            "must be greater than or equal to 0",
            "must be greater than or equal to 1",
            "must be between 1 and 65535, inclusive",
            "must be no more than 63 characters",
            "must be no more than 253 characters",
            "may not change once set",
            "`selector` does not match template `labels`",
            "must be specified when `namespace` is specified",
            "must be a valid label name",
            "name or generateName is required");

    private static final List<String> BEGINNINGS = List.of(
            "a lowercase RFC 1123 subdomain must consist of",
            "a lowercase RFC 1123 label must consist of",
            "a DNS-1035 label must consist of",
            "a valid label must be",
            "a valid config key must consist of",
            "a qualified name must consist of",
            "updates to statefulset spec for fields other than",
            "spec is immutable after creation",
            "pod updates may not change fields other than");

    private Unquoted() {}

    /** The text without what may be a value; empty when nothing of it is known. */
    static String of(String message) {
        Matcher label = LABEL.matcher(message);
        if (!label.lookingAt()) {
            return "";
        }
        return label.group(1) + detail(message).map(known -> ": " + known).orElse("");
    }

    private static Optional<String> detail(String message) {
        return DETAILS.stream()
                .filter(known -> message.endsWith(": " + known))
                .findFirst()
                .or(() -> BEGINNINGS.stream()
                        .filter(known -> message.contains(": " + known + " ") || message.contains(": " + known + ":"))
                        .findFirst()
                        .map(known -> known + " ..."));
    }
}
