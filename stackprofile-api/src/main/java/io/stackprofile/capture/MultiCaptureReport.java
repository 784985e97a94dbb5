package io.stackprofile.capture;

import java.util.List;
import org.immutables.value.Value;

/** What differs between stacks on several clusters, and what became of it. Carries no secret. */
@Value.Immutable
public interface MultiCaptureReport {

    /** The parameters that were made of differences, in the order of their first places. */
    List<CommonParameter> parameters();

    /** Each source, in the request's order. */
    List<SourceCapture> sources();

    /** Whether every source comes back from the profile. */
    default boolean exact() {
        return sources().stream().allMatch(SourceCapture::exact);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MultiCaptureReport}. */
    final class Builder extends ImmutableMultiCaptureReport.Builder {
        Builder() {}
    }
}
