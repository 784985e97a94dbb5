package io.stackprofile.yaml;

import java.util.ArrayList;
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

    /**
     * Every pointer under which a reader finds a node: where it stands and, through aliases and merge keys, wherever else
     * it is read. In the order of the resolved document; the empty pointer is the root.
     *
     * @param node of this document; an alias counts as what it stands for
     */
    public List<String> pointersTo(YamlNode node) {
        List<String> out = new ArrayList<>();
        root().ifPresent(root -> collect("", root.resolve(), node.resolve(), out));
        return out;
    }

    private static void collect(String pointer, YamlNode at, YamlNode wanted, List<String> out) {
        if (at == wanted) {
            out.add(pointer);
        }
        if (at instanceof YamlMapping mapping) {
            Merges.effective(mapping)
                    .forEach((key, value) -> collect(YamlPointer.child(pointer, key), value.resolve(), wanted, out));
        } else if (at instanceof YamlSequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(YamlPointer.child(pointer, i), list.items().get(i).resolve(), wanted, out);
            }
        }
    }
}
