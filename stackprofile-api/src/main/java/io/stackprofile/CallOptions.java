package io.stackprofile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.immutables.value.Value;

/**
 * How a session's calls behave: who hears of progress, how long a call may take, and what cancels it. A call that is
 * cancelled or out of time ends with {@link io.stackprofile.error.CancelledException} and leaves state as it was.
 */
@Value.Immutable
public interface CallOptions {

    /** Hears of progress; nobody by default. */
    @Value.Default
    default ProgressListener progress() {
        return ProgressListener.NONE;
    }

    /** How long one call may take; unlimited by default. Checked between steps. */
    Optional<Duration> timeout();

    /** Asked between steps whether to stop; never by default. */
    @Value.Default
    default BooleanSupplier cancelled() {
        return () -> false;
    }

    /** No progress, no limit, no cancellation. */
    static CallOptions none() {
        return builder().build();
    }

    /** Progress alone. */
    static CallOptions progress(ProgressListener listener) {
        return builder().progress(listener).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CallOptions}. */
    final class Builder extends ImmutableCallOptions.Builder {
        Builder() {}
    }
}
