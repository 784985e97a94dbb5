package io.stackprofile.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationExceptionTest {

    private static ValidationException of(int errors) {
        List<Finding> findings = IntStream.rangeClosed(1, errors)
                .mapToObj(n -> Finding.builder()
                        .severity(Severity.ERROR)
                        .code("duplicate-object")
                        .message("object " + n + " stands twice")
                        .hint("Keep one")
                        .build())
                .toList();
        return new ValidationException(ErrorCode.INVALID_DRAFT, "the draft cannot be published", "Mend them", findings);
    }

    @Test
    void a_message_tells_every_error() {
        assertThat(of(20))
                .hasMessageContaining("object 20 stands twice. Keep one. Mend them")
                .hasMessageNotContaining("more");
    }

    @Test
    void a_message_of_very_many_tells_the_first_and_how_many_there_are() {
        ValidationException many = of(492);
        assertThat(many)
                .hasMessageContaining("object 20 stands twice. Keep one. There are 472 errors more. Mend them")
                .hasMessageNotContaining("object 21 ");
        assertThat(many.findings()).hasSize(492);
    }
}
