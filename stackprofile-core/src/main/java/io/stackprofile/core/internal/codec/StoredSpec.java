package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.core.internal.digest.ContentDigest;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.core.internal.tree.TreeReader;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stack in a stored document: members' texts stand there by digest. */
final class StoredSpec {

    private static final List<String> KNOWN = List.of("description", "members");

    private StoredSpec() {}

    /** The stack as a tree; the texts go into {@code contents}. */
    static Map<String, Object> write(StackSpec spec, Map<Digest, String> contents) {
        return new Entries()
                .put("description", spec.description())
                .put("members", spec.members(), member -> MemberTree.of(member, text -> keep(text, contents)))
                .map();
    }

    /** Reads a stack whose texts are in {@code contents}. */
    static StackSpec read(@Nullable Object tree, String path, Map<Digest, String> contents) {
        return read(tree, path, (written, at) -> content(digest(written, at), at, contents));
    }

    private static StackSpec read(@Nullable Object tree, String path, TreeReader<String> text) {
        Fields fields = Fields.of(tree, path, KNOWN);
        return StackSpec.of(fields.optionalText("description"), MemberTree.readAll(fields, "members", text));
    }

    private static String keep(String text, Map<Digest, String> contents) {
        Digest digest = ContentDigest.of(text);
        contents.put(digest, text);
        return digest.text();
    }

    private static Digest digest(@Nullable Object written, String path) {
        try {
            return Digest.of(String.valueOf(written));
        } catch (IllegalArgumentException refused) {
            throw new Misfit(path, "a digest is expected here", "");
        }
    }

    private static String content(Digest digest, String path, Map<Digest, String> contents) {
        String text = contents.get(digest);
        if (text == null) {
            throw new Misfit(path, "the content " + digest + " is not in the store", "");
        }
        return text;
    }
}
