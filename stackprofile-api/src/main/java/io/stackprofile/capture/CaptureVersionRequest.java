package io.stackprofile.capture;

import io.stackprofile.Names;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a profile's next version from a stack that runs on a cluster. */
@Value.Immutable
public interface CaptureVersionRequest {

    /** The cluster; where the latest version was captured from when absent. */
    Optional<String> cluster();

    /** The stack; the one the latest version was captured from when absent. */
    Optional<String> stack();

    /** Whether add-ons keep their Helm values; as the latest version did when absent. */
    Optional<Boolean> includeAddonConfigurations();

    /** The version's channel. */
    @Value.Default
    default String channel() {
        return "stable";
    }

    /** The version's changelog, Markdown. */
    Optional<String> changelog();

    /** How secrets are told; as the engine was set up when absent; the latest version's own is not taken over. */
    Optional<RedactionPolicy> redaction();

    /** Makes a repeat of the same request return the earlier result instead of a further version. */
    Optional<String> requestKey();

    /** Requires a legal channel. */
    @Value.Check
    default void check() {
        Names.channel("channel", channel());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CaptureVersionRequest}. */
    final class Builder extends ImmutableCaptureVersionRequest.Builder {
        Builder() {}
    }
}
