package io.stackprofile.yaml;

/**
 * Walks the nodes of a document as they stand in the source, depth first, each once. An alias is not descended: its
 * target is seen at its anchor. What stands under a merge key is seen under the pointer token {@code <<}.
 */
public final class YamlWalk {
    private final ScalarVisitor visitor;
    private final boolean keys;

    private YamlWalk(ScalarVisitor visitor, boolean keys) {
        this.visitor = visitor;
        this.keys = keys;
    }

    /** Shows the scalars that are values. */
    public static void scalars(YamlDocument document, ScalarVisitor visitor) {
        document.root().ifPresent(root -> scalars("", root, visitor));
    }

    /** Shows the scalars that are values below {@code node}, whose own pointer is {@code pointer}. */
    public static void scalars(String pointer, YamlNode node, ScalarVisitor visitor) {
        new YamlWalk(visitor, false).walk(pointer, node);
    }

    /** Shows the scalars that are keys or values; a key comes before its value. */
    public static void keysAndScalars(YamlDocument document, ScalarVisitor visitor) {
        document.root().ifPresent(root -> new YamlWalk(visitor, true).walk("", root));
    }

    private void walk(String pointer, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            visitor.visit(pointer, scalar);
        } else if (node instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                String below = YamlPointer.child(pointer, entry.name());
                if (keys && entry.key() instanceof YamlScalar key) {
                    visitor.visit(below, key);
                }
                walk(below, entry.value());
            }
        } else if (node instanceof YamlSequence sequence) {
            int index = 0;
            for (YamlNode item : sequence.items()) {
                walk(YamlPointer.child(pointer, index++), item);
            }
        }
    }
}
