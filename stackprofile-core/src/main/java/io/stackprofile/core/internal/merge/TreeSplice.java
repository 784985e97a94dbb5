package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a tree into a document's text, of which everything that the tree leaves as it was stays byte for byte. */
public final class TreeSplice {

    private TreeSplice() {}

    /** The text of one document with {@code tree} in it; empty where it cannot be spliced into that text. */
    public static Optional<String> write(MemberRef member, String document, @Nullable Object tree, YamlLimits limits) {
        YamlFile file = YamlFile.parse(document, limits);
        return TextSplice.apply(file, TreeMerge.between(member, tree(file), tree), limits)
                .filter(text -> gives(text, tree, limits));
    }

    private static boolean gives(String text, @Nullable Object tree, YamlLimits limits) {
        try {
            return Objects.equals(
                    MergeKeys.unordered("", tree(YamlFile.parse(text, limits))), MergeKeys.unordered("", tree));
        } catch (YamlException broken) {
            return false;
        }
    }

    private static @Nullable Object tree(YamlFile file) {
        return file.documents().isEmpty()
                ? TokenTree.ABSENT
                : TokenTree.of(file.documents().get(0));
    }
}
