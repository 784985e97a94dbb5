package io.stackprofile.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document of a stream. */
public final class YamlDocument {
    private final int index;
    private final Span span;
    private final @Nullable YamlNode root;

    YamlDocument(int index, Span span, @Nullable YamlNode root) {
        this.index = index;
        this.span = span;
        this.root = root;
    }

    /** Its place in the stream, from 0. */
    public int index() {
        return index;
    }

    /**
     * Its part of the text, from its directives or {@code ---} to the next document's. The documents' spans cover the
     * whole text; what stands before the first one's marker belongs to the first.
     */
    public Span span() {
        return span;
    }

    /** The node; empty when the document has no content. */
    public Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    /**
     * The node a reader finds at a JSON pointer (RFC 6901), through aliases and merge keys. The last step is not
     * resolved: it may be an alias.
     *
     * @throws IllegalArgumentException if the pointer is neither empty nor begins with a slash
     */
    public Optional<YamlNode> at(String pointer) {
        List<String> tokens = YamlPointer.tokens(pointer);
        Optional<YamlNode> node = root();
        for (int i = 0; i < tokens.size() && node.isPresent(); i++) {
            node = step(node.get().resolve(), tokens.get(i));
        }
        return node;
    }

    private static Optional<YamlNode> step(YamlNode node, String token) {
        if (node instanceof YamlMapping mapping) {
            return mapping.get(token);
        }
        if (node instanceof YamlSequence sequence) {
            int at = YamlPointer.index(token);
            return at >= 0 && at < sequence.items().size()
                    ? Optional.of(sequence.items().get(at))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
