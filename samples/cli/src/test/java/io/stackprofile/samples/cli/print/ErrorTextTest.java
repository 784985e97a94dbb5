package io.stackprofile.samples.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.error.ValidationException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    @Test
    void anErrorIsALineThatSaysWhatAndWhereAndALineThatSaysWhatToDo() {
        InvalidContentException refusal = new InvalidContentException(
                ErrorCode.MALFORMED,
                "the text is not YAML",
                "Mend the indentation.",
                Location.builder().file("cluster.yaml").line(7).build());
        assertThat(ErrorText.of(refusal))
                .isEqualTo("error: cluster.yaml, line 7: the text is not YAML\n  to do: Mend the indentation.\n");
    }

    @Test
    void everyErrorOfAValidationHasALine() {
        ValidationException refusal = new ValidationException(
                ErrorCode.INVALID_BINDING,
                "2 parameters do not fit",
                "Bind them.",
                List.of(error("domain is missing", "Bind domain."), error("replicas is not a number")));
        assertThat(ErrorText.of(refusal)).isEqualTo("""
                error: 2 parameters do not fit
                  - domain is missing. Bind domain.
                  - replicas is not a number
                  to do: Bind them.
                """);
    }

    private static Finding error(String message, String... hints) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code("binding")
                .message(message)
                .hint(Arrays.stream(hints).findFirst())
                .build();
    }
}
