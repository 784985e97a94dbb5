package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.Cleaning;
import io.stackprofile.error.Finding;
import org.junit.jupiter.api.Test;

/** What counts as evidence, and for whom. */
class LiveEvidenceTest {

    private static final String FIELDS = "{\"f:spec\": {\"f:replicas\": {}, \"f:size\": {}}}";

    @Test
    void whatAControllerWroteGoesWhereSomebodyElseWroteTheRest() {
        Cleaned cleaned = clean(
                entry("cert-manager-cainjector", "Update", "", "{\"f:spec\": {\"f:size\": {}}}"),
                entry("platform-team", "Apply", "", "{\"f:spec\": {\"f:replicas\": {}}}"));

        assertThat(text(cleaned)).endsWith("spec:\n  replicas: 3\n");
        assertThat(cleaned.cleanings()).extracting(Cleaning::rule).contains("controller-field");
    }

    @Test
    void anObjectThatOnlyControllersWroteIsTheirsAsAWhole() {
        assertThat(text(clean(entry("manager", "Update", "", FIELDS)))).endsWith("spec:\n  replicas: 3\n  size: 9\n");
    }

    @Test
    void whatAdmissionDidToAnAppliedRequestIsNobodysWish() {
        Cleaned cleaned = clean(
                entry("platform-team", "Apply", "", "{\"f:spec\": {\"f:replicas\": {}}}"),
                entry("platform-team", "Update", "", "{\"f:spec\": {\"f:size\": {}}}"));

        assertThat(text(cleaned)).endsWith("spec:\n  replicas: 3\n");
        assertThat(cleaned.cleanings()).extracting(Cleaning::rule).contains("not-owned");
    }

    @Test
    void whoScaledByHandWantsIt() {
        Cleaned cleaned = clean(
                entry("platform-team", "Apply", "", "{\"f:spec\": {\"f:size\": {}}}"),
                entry("kubectl", "Update", "scale", "{\"f:spec\": {\"f:replicas\": {}}}"));

        assertThat(text(cleaned)).endsWith("spec:\n  replicas: 3\n  size: 9\n");
    }

    @Test
    void fieldsOfAnotherApiVersionProveNothing() {
        Cleaned cleaned = clean(entry("platform-team", "Apply", "", "{\"f:spec\": {\"f:replicas\": {}}}")
                .replace("any.example.com/v1", "any.example.com/v1beta1"));

        assertThat(text(cleaned)).endsWith("spec:\n  replicas: 3\n  size: 9\n");
    }

    @Test
    void aLastAppliedConfigurationOfAnotherApiVersionIsNotUsed() {
        String object = "{\"apiVersion\": \"any.example.com/v1\", \"kind\": \"Any\", \"metadata\": {\"name\": \"a\", "
                + "\"uid\": \"1\", \"annotations\": {\"kubectl.kubernetes.io/last-applied-configuration\": "
                + "\"{\\\"apiVersion\\\": \\\"any.example.com/v2\\\", \\\"kind\\\": \\\"Any\\\", "
                + "\\\"metadata\\\": {\\\"name\\\": \\\"a\\\"}}\"}}, \"spec\": {\"size\": 9}}";

        Cleaned cleaned = LiveCorpus.clean(object);

        assertThat(text(cleaned)).endsWith("spec:\n  size: 9\n");
        assertThat(cleaned.warnings()).extracting(Finding::code).containsExactly("unusable-last-applied");
    }

    @Test
    void fieldsThatAreNoneAreReportedAndNotUsed() {
        for (String key : new String[] {"k: ", "k:#", "k:{", "x:a", "v:", "f"}) {
            Cleaned cleaned = clean(entry("platform-team", "Apply", "", "{\"" + key + "\": {}}"));

            assertThat(text(cleaned)).as(key).endsWith("spec:\n  replicas: 3\n  size: 9\n");
            assertThat(cleaned.warnings()).as(key).extracting(Finding::code).containsExactly("unusable-managed-fields");
        }
    }

    private static Cleaned clean(String... entries) {
        return LiveCorpus.clean(
                "{\"apiVersion\": \"any.example.com/v1\", \"kind\": \"Any\", \"metadata\": {\"name\": \"a\", "
                        + "\"uid\": \"1\", \"managedFields\": [" + String.join(", ", entries)
                        + "]}, \"spec\": {\"replicas\": 3, \"size\": 9}}");
    }

    private static String entry(String manager, String operation, String subresource, String fields) {
        return "{\"manager\": \"%s\", \"operation\": \"%s\", \"subresource\": \"%s\", \"apiVersion\": \"any.example.com/v1\", \"fieldsV1\": %s}"
                .formatted(manager, operation, subresource, fields);
    }

    private static String text(Cleaned cleaned) {
        return cleaned.member().text().orElseThrow();
    }
}
