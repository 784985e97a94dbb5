package io.stackprofile.samples.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.ProgressEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    @Test
    void theBarIsHalfFullHalfWay() {
        assertThat(ProgressBar.line(new ProgressEvent("capture", "redact", 11, 22)))
                .isEqualTo("capture [##############..............] redact 11/22");
    }

    @Test
    void anEmptyStepDoesNotDivideByZero() {
        assertThat(ProgressBar.line(new ProgressEvent("capture", "read", 0, 0)))
                .isEqualTo("capture [............................] read 0/0");
    }

    @Test
    void closingLeavesNothingOfTheBarOnTheLine() {
        StringWriter terminal = new StringWriter();
        try (ProgressBar bar = new ProgressBar(new PrintWriter(terminal))) {
            bar.onProgress(new ProgressEvent("capture", "redact", 1, 2));
        }
        assertThat(terminal.toString()).endsWith("redact 1/2\r\u001b[K");
    }

    @Test
    void aCallWithoutProgressDrawsNothing() {
        StringWriter terminal = new StringWriter();
        new ProgressBar(new PrintWriter(terminal)).close();
        assertThat(terminal.toString()).isEmpty();
    }
}
