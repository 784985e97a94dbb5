package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes a text apart into its documents by what they are, and puts it together again. */
public final class DocumentPieces {

    private static final Pattern MARKER = Pattern.compile("^(---(\\s|$)|%)", Pattern.MULTILINE);
    private static final Pattern LEAD = Pattern.compile("\\A---[ \\t]*\\r?\\n");

    /**
     * A document's text.
     *
     * @param index its place in the stream
     * @param text from its marker to the next one's
     */
    public record Piece(int index, String text) {

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
    public static boolean isMarked(String text) {
        return LEAD.matcher(text).find();
    }

    /** The documents by identity, in order: an object by group, kind, namespace and name, others by their place. */
    public static Map<DocumentKey, Piece> of(YamlFile file) {
        Map<DocumentKey, Piece> pieces = new LinkedHashMap<>();
        for (YamlDocument document : file.documents()) {
            DocumentKey key = new DocumentKey(document.root().flatMap(ObjectKey::of), 1);
            while (pieces.containsKey(key)) {
                key = new DocumentKey(key.object(), key.twin() + 1);
            }
            pieces.put(key, new Piece(document.index(), document.span().of(file.text())));
        }
        return pieces;
    }

    /** One text of the pieces, which begins with a marker if {@code marked} or if it has to. */
    public static String join(Collection<Piece> pieces, boolean marked) {
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
}
