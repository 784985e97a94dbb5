package io.stackprofile.capture;

import io.stackprofile.error.Finding;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a capture or import took out and noticed, in the order of members and places. */
@Value.Immutable
public interface CaptureReport {

    /** Secrets taken out, and what was found and left because the caller allows it. */
    List<Redaction> redactions();

    /** Fields left out. */
    List<Cleaning> cleanings();

    /** Objects of the cluster that were seen and are no part of the stack. */
    List<LeftOut> leftOut();

    /** Things noticed that were not refused. */
    List<Finding> warnings();

    /** The proof that binding gives the source back; only where there was a source: after a capture. */
    Optional<RoundTrip> roundTrip();

    /** Nothing taken out, nothing noticed. */
    static CaptureReport empty() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CaptureReport}. */
    final class Builder extends ImmutableCaptureReport.Builder {
        Builder() {}
    }
}
