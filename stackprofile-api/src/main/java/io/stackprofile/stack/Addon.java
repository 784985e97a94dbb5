package io.stackprofile.stack;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Helm chart of a repository or registry, with the values a user gave it. Absent values mean the chart's defaults;
 * they are not the same as empty ones.
 */
@Value.Immutable
public non-sealed interface Addon extends Member {

    /** The chart's name in its repository. */
    String chartName();

    /** The chart's version, as declared. */
    String chartVersion();

    /** The chart repository's URL, {@code https://} or {@code oci://}. */
    Optional<String> repositoryUrl();

    /** The name of a registry the platform knows, instead of a URL. */
    Optional<String> registryName();

    /** Helm values as YAML source text. Not part of {@code toString}: before a capture they may hold secrets. */
    @Value.Redacted
    Optional<String> values();

    @Override
    @Value.Lazy
    default Optional<String> text() {
        return values();
    }

    @Override
    @Value.Lazy
    default MemberRef ref() {
        return MemberRef.addon(name());
    }

    @Override
    default Addon withText(String text) {
        return copy(name(), Optional.of(text), parents());
    }

    @Override
    default Addon withParents(List<MemberRef> parents) {
        return copy(name(), values(), parents);
    }

    /** The same add-on without values: the chart's defaults. */
    default Addon withoutValues() {
        return copy(name(), Optional.empty(), parents());
    }

    @Override
    default Addon withName(String name) {
        return copy(name, values(), parents());
    }

    private Addon copy(String name, Optional<String> values, List<MemberRef> parents) {
        return builder()
                .name(name)
                .chartName(chartName())
                .chartVersion(chartVersion())
                .repositoryUrl(repositoryUrl())
                .registryName(registryName())
                .namespace(namespace())
                .values(values)
                .addAllParents(parents)
                .build();
    }

    /** Requires a legal name. */
    @Value.Check
    default void check() {
        ref();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Addon}. */
    final class Builder extends ImmutableAddon.Builder {
        Builder() {}
    }
}
