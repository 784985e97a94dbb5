package io.stackprofile.cluster.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.testkit.StackProfileAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, webhooks and policies answer in their own words, and quote what they were sent. */
class HostileRefusalTest {

    private static final String CANARY = "hunterPQ77zeta";
    private static final ApiFailures FAILURES = new ApiFailures("prod");

    private static ClusterException failure(int status, String reason, String message, String field, String cause) {
        ObjectNode body = Json.object()
                .put("kind", "Status")
                .put("reason", reason)
                .put("message", message)
                .put("code", status);
        ArrayNode causes = body.putObject("details").put("kind", "secrets").putArray("causes");
        causes.addObject()
                .put("reason", "FieldValueInvalid")
                .put("field", field)
                .put("message", cause);
        return FAILURES.of(
                "patch secrets 'db' in namespace 'shop'",
                new ApiAnswer(status, Json.write(body), List.of("299 - \"" + message + "\"")),
                Location.unknown());
    }

    private static void assertSilent(ClusterException failure) {
        StackProfileAssertions.assertAbsent("the failure", failure.toString() + failure.remedy(), List.of(CANARY));
        StackProfileAssertions.assertAbsent(failure, List.of(CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid value: \"%s\": must be no more than 63 characters",
                "Invalid value: \"a\\\"%s\": must be non-negative",
                "Invalid value: %s: must be different",
                "Invalid value: \"object\": the password %s is too weak",
                "Invalid value: \"string\": failed rule: self != '%s'",
                "Invalid value: {\"data\":{\"pw\":\"%s\"}}: field is immutable",
                "Invalid value: map[string]string{\"pw\":\"%s\"}: a valid label must be an empty string or consist of %s",
                "Unsupported value: \"%s\": supported values: \"A\", \"%s\"",
                "Duplicate value: {\"name\":\"%s\"}",
                "Not found: \"%s\"",
                "Required value: %s",
                "Forbidden: %s may not be used",
                "Too long: may not be more than 3 bytes: %s",
                "Internal error: %s",
                "%s",
                "the value %s is bad",
                "Forbidden: updates to statefulset spec for fields other than 'replicas', '%s' are forbidden",
                "Invalid value: 3: field is immutable: %s"
            })
    void causesNeverRepeatAValue(String cause) {
        String message = cause.replace("%s", CANARY);
        for (int status : List.of(400, 403, 404, 409, 413, 422, 500, 503, 599)) {
            assertSilent(failure(status, "Invalid", "Secret \"db\" is invalid: " + message, "data[pw]", message));
            assertSilent(failure(status, CANARY, message, CANARY + " is here", message));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admission webhook \"validate.kyverno.svc-fail\" denied the request: \n\nresource Secret/shop/db was blocked due to"
                        + " the following policies \n\nno-weak:\n  check: 'validation error: password %s is weak. rule check failed"
                        + " at path /data/pw/'\n",
                "admission webhook \"validation.gatekeeper.sh\" denied the request: [deny-plain] container <web> has env PW=%s",
                "admission webhook \"x.example.org\" denied the request: cannot use %s",
                "admission webhook \"%s and more\" denied the request",
                "secrets \"db\" is forbidden: ValidatingAdmissionPolicy 'no-weak' with binding 'all' denied request: pw '%s'",
                "secrets \"db\" is forbidden: exceeded quota: q, requested: %s",
                "secrets \"db\" is forbidden: User \"eve\" cannot patch %s",
                "unable to create new content in namespace shop because it is being terminated %s"
            })
    void policiesAreNamedAndTheirWordsAreNot(String message) {
        for (int status : List.of(400, 403, 406, 422, 500)) {
            // The server itself writes no values where fields are named; whoever denies may.
            String field = message.contains("denied") ? "data." + CANARY : "data";
            String said = message.replace("%s", CANARY);
            ClusterException failure = failure(status, CANARY, said, field, said);
            assertSilent(failure);
        }
    }

    @Test
    void theWebhookOrPolicyThatDeniedIsTold() {
        ClusterException webhook =
                failure(400, "", "admission webhook \"validate.kyverno.svc-fail\" denied the request: no", "", "");
        ClusterException policy = failure(
                422,
                "Invalid",
                "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'replica-limit' with binding 'all' denied"
                        + " request: too many",
                "",
                "");

        assertThat(webhook.code()).isEqualTo(ErrorCode.OBJECT_REFUSED);
        assertThat(webhook.problem()).contains("admission webhook 'validate.kyverno.svc-fail' denied it");
        assertThat(policy.problem()).contains("ValidatingAdmissionPolicy 'replica-limit' denied it");
    }

    @Test
    void whatTheServerItselfSaysOfFieldsIsTold() {
        ClusterException failure = failure(
                422, "Invalid", "x", "spec.selector", "Invalid value: {\"matchLabels\":{}}: field is immutable");

        assertThat(failure.problem()).contains("as Invalid: spec.selector Invalid value: field is immutable");
    }
}
