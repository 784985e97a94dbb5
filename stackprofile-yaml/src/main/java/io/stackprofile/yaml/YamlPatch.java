package io.stackprofile.yaml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes a file place by place, where places are JSON pointers (RFC 6901) as a reader sees them: through aliases and
 * merge keys. Each change is made at once, so the next one's pointer is read in the changed file. What a change does not
 * touch stays byte for byte. A change that is refused leaves the file as it was. Not safe for use by several threads.
 *
 * <pre>{@code
 * YamlFile changed = new YamlPatch(file)
 *         .put(0, "/spec/replicas", 3)
 *         .remove(0, "/metadata/annotations")
 *         .file();
 * }</pre>
 *
 * <p>{@link #put} and {@link #remove} change what a reader finds at that pointer and nowhere else: an alias on the way
 * becomes a copy, a merged key is overridden, and where an anchor's own content changes, its first alias gets a copy of
 * what it was. Copies keep how numbers are spelled, but no comments. {@link #putEverywhere} and {@link #removeEverywhere}
 * change the anchor, for all that read it.
 */
public final class YamlPatch {
    private YamlFile file;

    /** Begins with a file; its limits hold for what becomes of it, too. */
    public YamlPatch(YamlFile file) {
        this.file = file;
    }

    /** The file with the changes so far. */
    public YamlFile file() {
        return file;
    }

    /**
     * Puts a tree at a place: in the place of what stands there, as a new key, or, where the pointer ends with
     * {@code /-}, behind a list's last item.
     *
     * @param document the document's index
     * @param tree a Map with String keys, a List, a String, a Boolean, a number or null
     * @throws IllegalArgumentException if the pointer leads nowhere, or to the root
     * @throws YamlException if the file would pass its limits, or a merge key would name what is no mapping
     */
    public YamlPatch put(int document, String pointer, @Nullable Object tree) {
        return apply(document, new TreeChange(tokens(pointer), false, tree), false);
    }

    /** The same, also for all that reads this place through an alias or a merge key. */
    public YamlPatch putEverywhere(int document, String pointer, @Nullable Object tree) {
        return apply(document, new TreeChange(tokens(pointer), false, tree), true);
    }

    /**
     * Removes a key or an item.
     *
     * @param document the document's index
     * @throws IllegalArgumentException if the pointer leads nowhere, or to the root
     * @throws YamlException if the file would pass its limits
     */
    public YamlPatch remove(int document, String pointer) {
        return apply(document, new TreeChange(tokens(pointer), true, null), false);
    }

    /** The same, also for all that reads the mapping or list that holds it through an alias or a merge key. */
    public YamlPatch removeEverywhere(int document, String pointer) {
        TreeChange change = new TreeChange(tokens(pointer), true, null);
        YamlFile before = file;
        apply(document, change, true);
        // What another merge key, or the one below it, has under this name shows now. A list's next item is another.
        boolean key = before.documents()
                .get(document)
                .at(pointer.substring(0, pointer.lastIndexOf('/')))
                .filter(holder -> holder.resolve() instanceof YamlMapping)
                .isPresent();
        while (key && file.documents().get(document).at(pointer).isPresent()) {
            apply(document, change, true);
        }
        return this;
    }

    private static List<String> tokens(String pointer) {
        List<String> tokens = YamlPointer.tokens(pointer);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a document's root is not replaced; change what it holds");
        }
        return tokens;
    }

    private YamlPatch apply(int document, TreeChange change, boolean everywhere) {
        Objects.checkIndex(document, file.documents().size());
        YamlNode root = file.documents().get(document).root().orElseThrow(() -> change.nowhere(0));
        YamlEditor editor = new YamlEditor(file);
        PlaceChange place =
                everywhere ? new SharedChange(editor, change, Slots.of(file)) : new PlaceChange(editor, change);
        place.in(root, 0);
        file = YamlFile.parse(editor.apply(), file.limits());
        return this;
    }
}
