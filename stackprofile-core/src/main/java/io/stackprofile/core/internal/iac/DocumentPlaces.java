package io.stackprofile.core.internal.iac;

import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.error.Location;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the line of a path in a document. */
final class DocumentPlaces {

    private final Optional<String> source;
    private final YamlDocument document;

    DocumentPlaces(Optional<String> source, YamlDocument document) {
        this.source = source;
        this.document = document;
    }

    /** The document as a plain tree, aliases and merge keys applied. */
    @Nullable
    Object tree() {
        return document.root().map(YamlTree::of).orElse(null);
    }

    /** The text as a whole. */
    static Location file(Optional<String> source) {
        return Location.builder().file(source).build();
    }

    /** Where a misfit stands: an unknown field at its key. The key is not in the path, it may be anything. */
    Location of(Misfit misfit) {
        Optional<YamlNode> key = misfit.unknownField().flatMap(field -> key(misfit.path(), field));
        return key.map(node -> at(misfit.path(), node)).orElseGet(() -> of(misfit.path()));
    }

    /** Where the value at {@code path} stands; a collection at its key, if it has one. */
    Location of(String path) {
        return document.at(path)
                .map(node -> node.resolve() instanceof YamlScalar
                        ? node
                        : keyOf(path).orElse(node))
                .map(node -> at(path, node))
                .orElseGet(() -> Location.builder().file(source).path(path).build());
    }

    private Optional<YamlNode> keyOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0
                ? Optional.empty()
                : key(path.substring(0, slash), YamlPointer.unescape(path.substring(slash + 1)));
    }

    private Optional<YamlNode> key(String mappingPath, String field) {
        return document.at(mappingPath)
                .map(YamlNode::resolve)
                .filter(YamlMapping.class::isInstance)
                .flatMap(mapping -> ((YamlMapping) mapping).entry(field))
                .map(YamlEntry::key);
    }

    private Location at(String path, YamlNode node) {
        return Location.builder()
                .file(source)
                .path(path)
                .line(node.line())
                .column(node.column())
                .build();
    }
}
