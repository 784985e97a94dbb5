package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.SecretGeneration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a secret is made, as a tree. */
final class GenerationTree {

    private static final List<String> KNOWN = List.of("length", "alphabet");

    private GenerationTree() {}

    static Map<String, Object> of(SecretGeneration generation) {
        return new Entries()
                .put("length", (long) generation.length())
                .put("alphabet", generation.alphabet())
                .map();
    }

    static SecretGeneration read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        int length = fields.optionalNumber("length")
                .orElseThrow(() -> new Misfit(path, "the field 'length' is missing", "Add 'length'."));
        String alphabet = fields.optionalText("alphabet").orElse(SecretGeneration.ALPHANUMERIC);
        return fields.build(() -> new SecretGeneration(length, alphabet));
    }
}
