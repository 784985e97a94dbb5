package io.stackprofile.capture;

import io.stackprofile.Names;
import io.stackprofile.profile.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Asks for a new profile from the same stack on several clusters. The first source gives the structure, the texts and the
 * defaults; what differs in the others becomes parameters.
 */
@Value.Immutable
public interface MultiCaptureRequest {

    /** The most sources that are compared in one call. */
    int MOST_SOURCES = 100;

    /** The profile's name, an RFC 1123 label, unique within the organisation. */
    String name();

    /** Where the stack runs, two or more, each once; the first leads. */
    List<CaptureSource> sources();

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

    /** What the profile is for; the first stack's own description when absent. */
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

    /** Makes a repeat of the same request return the earlier version instead of failing; one is made when absent. */
    Optional<String> requestKey();

    /** Requires legal names, and 2 to {@link #MOST_SOURCES} different sources. */
    @Value.Check
    default void check() {
        Names.profile("name", name());
        Names.channel("channel", channel());
        if (sources().size() < 2 || sources().size() > MOST_SOURCES) {
            throw new IllegalArgumentException("sources: 2 to " + MOST_SOURCES + " stacks are compared");
        }
        if (new HashSet<>(sources()).size() < sources().size()) {
            throw new IllegalArgumentException("sources: each stack stands there once");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MultiCaptureRequest}. */
    final class Builder extends ImmutableMultiCaptureRequest.Builder {
        Builder() {}

        /** A further stack to compare; the first one leads. */
        public Builder source(String cluster, String stack) {
            return addSource(new CaptureSource(cluster, stack));
        }
    }
}
