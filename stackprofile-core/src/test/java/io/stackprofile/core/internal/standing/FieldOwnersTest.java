package io.stackprofile.core.internal.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldOwnersTest {

    private static final Map<String, Object> CONTAINER = Map.of("name", "web", "image", "web:1");

    @Test
    void aFieldsOwnerIsFoundThroughMapsAndKeyedItems() {
        FieldOwners containers = owners(Map.of(
                        "f:spec", Map.of("f:containers", Map.of("k:{\"name\":\"web\"}", Map.of("f:image", Map.of())))))
                .field("spec")
                .field("containers");

        assertThat(containers.item(CONTAINER).field("image").latest().orElseThrow())
                .isEqualTo(new FieldOwners.Owner(
                        "kubectl", Optional.of("Update"), Optional.of(Instant.parse("2026-11-20T08:15:00Z"))));
        assertThat(containers.item(Map.of("name", "log")).owned()).isFalse();
        assertThat(containers.item(CONTAINER).field("args").owned()).isFalse();
    }

    @Test
    void whoOwnsAPlaceAsAWholeOwnsAllThatIsThere() {
        assertThat(owners(Map.of("f:data", Map.of()))
                        .field("data")
                        .field("mode")
                        .owned())
                .isTrue();
    }

    @Test
    void anObjectThatDoesNotSayIsUnknown() {
        assertThat(FieldOwners.of(Map.of("metadata", Map.of())).known()).isFalse();
        assertThat(FieldOwners.of(Map.of("metadata", Map.of("managedFields", List.of("odd"))))
                        .owned())
                .isFalse();
    }

    private static FieldOwners owners(Object fields) {
        return FieldOwners.of(Map.of(
                "metadata",
                Map.of(
                        "managedFields",
                        List.of(Map.of(
                                "manager", "kubectl",
                                "operation", "Update",
                                "time", "2026-11-20T08:15:00Z",
                                "fieldsV1", fields)))));
    }
}
