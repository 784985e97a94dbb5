package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.Misfit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codes of captured secrets, as a tree; nothing where there are none. */
final class FingerprintTree {

    private static final List<String> KNOWN = List.of("scope", "codes");
    private static final Pattern CODE = Pattern.compile("(?:[0-9a-f]{2}){16,64}");

    private FingerprintTree() {}

    static Optional<Map<String, Object>> of(Fingerprints fingerprints) {
        return fingerprints
                .scope()
                .map(scope -> new Entries()
                        .put("scope", scope)
                        .put("codes", fingerprints.codes())
                        .map());
    }

    static Fingerprints read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        return new Fingerprints(Optional.of(fields.text("scope")), fields.entries("codes", FingerprintTree::code));
    }

    private static String code(@Nullable Object tree, String path) {
        if (tree instanceof String text && CODE.matcher(text).matches()) {
            return text;
        }
        throw new Misfit(path, "a code in hexadecimal is expected here", "");
    }
}
