package io.stackprofile.core.internal.iac;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.MigrationTree;
import io.stackprofile.parameter.BindingMigration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a migration, {@code kind: BindingMigration}, as strictly as a profile is read. */
public final class MigrationDocument {

    static final String KIND = "BindingMigration";

    private static final List<String> DOCUMENT = List.of("apiVersion", "kind", "spec");
    private static final List<String> SPEC = List.of("steps");
    private static final long LONGEST = 16L * 1024 * 1024;

    private MigrationDocument() {}

    /**
     * Reads a document; whether it fits two versions is not looked at.
     *
     * @throws io.stackprofile.error.InvalidContentException with path and line, when it is not such a document; no value
     *     is repeated
     */
    public static BindingMigration read(String text, Limits limits) {
        return OwnDocument.MIGRATION.read(text, Optional.empty(), limits, LONGEST, (tree, places) -> read(tree));
    }

    private static BindingMigration read(@Nullable Object tree) {
        Fields document = Fields.of(tree, "", DOCUMENT);
        Fields spec = document.value("spec", (part, path) -> Fields.of(part, path, SPEC));
        return MigrationTree.readAll(spec, "steps");
    }
}
