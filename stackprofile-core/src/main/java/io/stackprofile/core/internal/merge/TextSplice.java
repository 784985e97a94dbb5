package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.tree.PlainToken;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPatch;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes operations into a text; what they do not touch stays byte for byte. */
final class TextSplice {

    /** Each operation reads the text anew; beyond this many characters in all it is not worth the wait. */
    private static final long MOST_READ = 50_000_000;

    private TextSplice() {}

    /** The changed text; empty where an operation has no place in it, or there are too many. */
    static Optional<String> apply(YamlFile file, List<TreeMerge.Operation> operations, YamlLimits limits) {
        if ((long) operations.size() * file.text().length() > MOST_READ) {
            return Optional.empty();
        }
        YamlFile changed = file;
        try {
            for (TreeMerge.Operation operation : operations) {
                Optional<YamlFile> next = apply(changed, operation, limits);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                changed = next.get();
            }
            return Optional.of(changed.text());
        } catch (IllegalArgumentException | YamlException noPlace) {
            return Optional.empty();
        }
    }

    private static Optional<YamlFile> apply(YamlFile file, TreeMerge.Operation operation, YamlLimits limits) {
        YamlPatch patch = new YamlPatch(file);
        if (operation.remove()) {
            return Optional.of(patch.remove(0, operation.pointer()).file());
        }
        YamlFile put = patch.put(0, operation.pointer(), TokenTree.plain(operation.tree()))
                .file();
        Map<String, PlainToken> tokens = new LinkedHashMap<>();
        TokenTree.tokens(landed(put, operation.pointer()), operation.tree(), tokens);
        return unquoted(put, tokens, limits);
    }

    /** Takes the quotes from placeholders that take their parameter's type. */
    private static Optional<YamlFile> unquoted(YamlFile file, Map<String, PlainToken> tokens, YamlLimits limits) {
        if (tokens.isEmpty()) {
            return Optional.of(file);
        }
        YamlEditor editor = new YamlEditor(file);
        for (Map.Entry<String, PlainToken> entry : tokens.entrySet()) {
            Optional<YamlNode> node = file.documents().get(0).at(entry.getKey());
            if (node.isEmpty()
                    || !(node.get() instanceof YamlScalar scalar)
                    || scalar.context().inFlow()) {
                return Optional.empty();
            }
            editor.replaceRaw(scalar, entry.getValue().text());
        }
        return Optional.of(YamlFile.parse(editor.apply(), limits));
    }

    private static String landed(YamlFile file, String pointer) {
        if (!pointer.endsWith("/-")) {
            return pointer;
        }
        String list = pointer.substring(0, pointer.length() - 2);
        int last = file.documents()
                        .get(0)
                        .at(list)
                        .map(YamlNode::resolve)
                        .filter(YamlSequence.class::isInstance)
                        .map(node -> ((YamlSequence) node).items().size())
                        .orElse(1)
                - 1;
        return list + "/" + last;
    }
}
