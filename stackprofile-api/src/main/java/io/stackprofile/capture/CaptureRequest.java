package io.stackprofile.capture;

import io.stackprofile.Names;
import io.stackprofile.profile.Visibility;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a new profile from a stack that runs on a cluster. */
@Value.Immutable
public interface CaptureRequest {

    /** The profile's name, an RFC 1123 label, unique within the organisation. */
    String name();

    /** The cluster, as the cluster adapter knows it. */
    String cluster();

    /** The stack on that cluster. */
    String stack();

    /** Whether add-ons keep their Helm values. Without them they mean their charts' defaults. */
    @Value.Default
    default boolean includeAddonConfigurations() {
        return false;
    }

    /** The first version's channel. */
    @Value.Default
    default String channel() {
        return "stable";
    }

    /** The first version's changelog, Markdown. */
    Optional<String> changelog();

    /** What the profile is for; the stack's own description when absent. */
    Optional<String> description();

    /** One word to file it under. */
    Optional<String> category();

    /** Words to find it by. */
    List<String> tags();

    /** Who may see it. */
    @Value.Default
    default Visibility visibility() {
        return Visibility.ORGANISATION;
    }

    /** How secrets are told; as the engine was set up when absent. */
    Optional<RedactionPolicy> redaction();

    /** Makes a repeat of the same request return the earlier result instead of failing; one is made when absent. */
    Optional<String> requestKey();

    /** Requires legal names. */
    @Value.Check
    default void check() {
        Names.profile("name", name());
        Names.channel("channel", channel());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CaptureRequest}. */
    final class Builder extends ImmutableCaptureRequest.Builder {
        Builder() {}
    }
}
