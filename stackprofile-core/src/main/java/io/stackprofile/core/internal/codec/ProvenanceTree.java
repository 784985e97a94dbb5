package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.profile.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a version came from, as a tree. */
final class ProvenanceTree {

    private static final List<String> KNOWN = List.of(
            "origin",
            "cluster",
            "stack",
            "draft",
            "suggestedBy",
            "includeAddonConfigurations",
            "createdAt",
            "createdBy",
            "libraryVersion");

    private ProvenanceTree() {}

    static Map<String, Object> of(Provenance provenance) {
        return new Entries()
                .put("origin", Fields.label(provenance.origin()))
                .put("cluster", provenance.cluster())
                .put("stack", provenance.stack())
                .put("draft", provenance.draft())
                .put("suggestedBy", provenance.suggestedBy())
                .put("includeAddonConfigurations", provenance.includeAddonConfigurations())
                .put("createdAt", provenance.createdAt().toString())
                .put("createdBy", provenance.createdBy())
                .put("libraryVersion", provenance.libraryVersion())
                .map();
    }

    static Provenance read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        return Provenance.builder()
                .origin(fields.choice("origin", Provenance.Origin.values()))
                .cluster(fields.optionalText("cluster"))
                .stack(fields.optionalText("stack"))
                .draft(fields.optionalText("draft"))
                .suggestedBy(fields.optionalText("suggestedBy"))
                .includeAddonConfigurations(fields.optionalFlag("includeAddonConfigurations"))
                .createdAt(fields.parsed("createdAt", ProvenanceTree::instant))
                .createdBy(fields.text("createdBy"))
                .libraryVersion(fields.text("libraryVersion"))
                .build();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException refused) {
            // Not chained: its message repeats the text.
            throw new IllegalArgumentException("an instant is expected here");
        }
    }
}
