package io.stackprofile.cluster.directory;

import io.stackprofile.Limits;
import io.stackprofile.error.Location;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlNode;
import java.util.Optional;

/**
 * A file that describes stacks or members: {@code cluster.yaml} or one that it includes.
 *
 * @param path its path in the cluster's folder
 * @param yaml its content, of at most one document
 * @param directive the entry that includes it; absent for a file that is not included
 */
record EntryFile(String path, YamlFile yaml, Optional<Entry> directive) {

    /** A file that nothing includes. */
    EntryFile(String path, YamlFile yaml) {
        this(path, yaml, Optional.empty());
    }

    /** The same file, included by {@code entry}. */
    EntryFile by(Entry entry) {
        return new EntryFile(path, yaml, Optional.of(entry));
    }

    /**
     * Reads a file.
     *
     * @param at where it is referred to
     */
    static EntryFile read(Folder folder, String path, Location at) {
        return of(path, folder.descriptionText(path, at), folder.limits());
    }

    /** Reads the text of a file. */
    static EntryFile of(String path, String text, Limits limits) {
        try {
            EntryFile file = new EntryFile(path, YamlFile.parse(text, yamlLimits(limits)));
            if (file.yaml.documents().size() > 1) {
                throw Refusals.malformed(
                        "the file holds several YAML documents",
                        "Keep one document in it.",
                        Location.builder().file(path).document(1).build());
            }
            return file;
        } catch (YamlException refused) {
            throw Refusals.yaml(refused, path);
        }
    }

    private static YamlLimits yamlLimits(Limits limits) {
        return new YamlLimits(
                limits.stackSize(), Math.min(limits.depth(), 1000), limits.nodes(), limits.aliasExpansion());
    }

    /** The content; empty when there is only white space and comments. */
    Optional<YamlNode> root() {
        return yaml.documents().stream()
                .findFirst()
                .flatMap(document -> document.root())
                .map(YamlNode::resolve)
                .filter(node -> !Entry.isNull(node));
    }

    /** Where {@code node} stands. */
    Location at(YamlNode node) {
        return Location.builder()
                .file(path)
                .line(node.line())
                .column(node.column())
                .build();
    }
}
