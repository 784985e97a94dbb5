package io.stackprofile.core.internal.merge;

import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes a text apart into its documents by what they are, and puts it together again. */
final class DocumentPieces {

    private static final Pattern MARKER = Pattern.compile("^(---(\\s|$)|%)", Pattern.MULTILINE);
    private static final Pattern LEAD = Pattern.compile("\\A---[ \\t]*\\r?\\n");

    /**
     * A document's text.
     *
     * @param index its place in the stream
     * @param text from its marker to the next one's
     */
    record Piece(int index, String text) {

        /** The same text, whether or not a marker stands before it or blank lines behind it. */
        boolean isLike(Piece other) {
            return bare().equals(other.bare());
        }

        private String bare() {
            return LEAD.matcher(text).replaceFirst("").stripTrailing();
        }
    }

    private DocumentPieces() {}

    /** Whether a text begins with a marker. */
    static boolean isMarked(String text) {
        return LEAD.matcher(text).find();
    }

    /** The documents by identity, in order: an object by group, kind, namespace and name, others by their place. */
    static Map<String, Piece> of(YamlFile file) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (YamlDocument document : file.documents()) {
            String identity = identity(document);
            String key = identity;
            for (int again = 2; pieces.containsKey(key); again++) {
                key = identity + "\n" + again;
            }
            pieces.put(key, new Piece(document.index(), document.span().of(file.text())));
        }
        return pieces;
    }

    /** One text of the pieces, which begins with a marker if {@code marked} or if it has to. */
    static String join(Collection<Piece> pieces, boolean marked) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            if (out.isEmpty() && !marked) {
                out.append(LEAD.matcher(piece.text()).replaceFirst(""));
                continue;
            }
            if (!out.isEmpty()) {
                if (out.charAt(out.length() - 1) != '\n') {
                    out.append('\n');
                }
                if (!MARKER.matcher(piece.text()).find()) {
                    out.append("---\n");
                }
            }
            out.append(piece.text());
        }
        return out.toString();
    }

    private static String identity(YamlDocument document) {
        if (document.root().map(YamlNode::resolve).orElse(null) instanceof YamlMapping root) {
            String apiVersion = text(root, "apiVersion");
            int slash = apiVersion.indexOf('/');
            String metadata = root.get("metadata").map(YamlNode::resolve).orElse(null) instanceof YamlMapping names
                    ? text(names, "namespace") + "\n" + text(names, "name")
                    : "";
            String kind = text(root, "kind");
            if (!kind.isEmpty() && metadata.length() > 1) {
                return (slash < 0 ? "" : apiVersion.substring(0, slash)) + "\n" + kind + "\n" + metadata;
            }
        }
        return "";
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key).map(YamlNode::resolve).orElse(null) instanceof YamlScalar scalar ? scalar.text() : "";
    }
}
