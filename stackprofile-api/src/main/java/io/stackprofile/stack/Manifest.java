package io.stackprofile.stack;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Kubernetes objects as YAML source text, one document or several. The text is kept to the byte: comments, quoting and
 * line ends included.
 */
@Value.Immutable
public non-sealed interface Manifest extends Member {

    /** The YAML source text. Not part of {@code toString}: before a capture it may hold secrets. */
    @Value.Redacted
    String content();

    @Override
    @Value.Lazy
    default Optional<String> text() {
        return Optional.of(content());
    }

    @Override
    @Value.Lazy
    default MemberRef ref() {
        return MemberRef.manifest(name());
    }

    @Override
    default Manifest withText(String text) {
        return builder()
                .name(name())
                .namespace(namespace())
                .content(text)
                .addAllParents(parents())
                .build();
    }

    @Override
    default Manifest withParents(List<MemberRef> parents) {
        return builder()
                .name(name())
                .namespace(namespace())
                .content(content())
                .addAllParents(parents)
                .build();
    }

    @Override
    default Manifest withName(String name) {
        return builder()
                .name(name)
                .namespace(namespace())
                .content(content())
                .addAllParents(parents())
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

    /** Builds a {@link Manifest}. */
    final class Builder extends ImmutableManifest.Builder {
        Builder() {}
    }
}
