package io.stackprofile.cluster.kubernetes.internal.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who denied a write: a webhook's own words, causes and reasons may quote the object, so that no more than its name, which
 * the server writes before them, is repeated.
 */
final class AdmissionDenial {

    private static final Pattern WEBHOOK =
            Pattern.compile("admission webhook \"([a-z0-9.-]{1,253})\" denied the request.*", Pattern.DOTALL);
    private static final Pattern POLICY = Pattern.compile(
            "[^']{0,600}ValidatingAdmissionPolicy '([a-z0-9.-]{1,253})' with binding '[a-z0-9.-]{1,253}' denied"
                    + " request.*",
            Pattern.DOTALL);

    private AdmissionDenial() {}

    /** Who denied it; empty when the server itself refused. */
    static Optional<String> by(ApiStatus status) {
        Matcher webhook = WEBHOOK.matcher(status.message());
        if (webhook.matches()) {
            return Optional.of("admission webhook '" + webhook.group(1) + "'");
        }
        Matcher policy = POLICY.matcher(status.message());
        if (policy.matches()) {
            return Optional.of("ValidatingAdmissionPolicy '" + policy.group(1) + "'");
        }
        boolean denied = status.message().contains("denied the request")
                || status.message().contains("denied request");
        return denied ? Optional.of("an admission policy") : Optional.empty();
    }
}
