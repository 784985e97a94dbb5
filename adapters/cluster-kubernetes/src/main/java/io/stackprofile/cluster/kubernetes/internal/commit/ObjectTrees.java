package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.ManifestObject;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.util.ArrayList;
import java.util.List;

/** Reads the objects of a member's text, scalars as Kubernetes' own reader has them, lists as their items. */
final class ObjectTrees {

    private static final List<String> SERVERS_OWN = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private ObjectTrees() {}

    /**
     * An object of a text.
     *
     * @param document which document it is from
     */
    record Tree(int document, ObjectNode object) {}

    /**
     * The objects, without what only a server writes.
     *
     * @throws InvalidContentException when the text is no YAML, or a document is no object
     */
    static List<Tree> of(MemberRef member, String text) {
        try {
            YamlFile file = YamlFile.parse(text);
            List<ManifestObject> objects = ManifestObject.of(file);
            requireObjects(member, file, objects);
            List<Tree> trees = new ArrayList<>();
            for (ManifestObject object : objects) {
                trees.add(new Tree(object.document(), tree(object)));
            }
            return trees;
        } catch (YamlException malformed) {
            throw new InvalidContentException(
                    ErrorCode.MALFORMED,
                    "the text is not the YAML that Kubernetes reads",
                    "Correct the member's text.",
                    Location.builder()
                            .member(member)
                            .line(malformed.line())
                            .column(malformed.column())
                            .build());
        }
    }

    private static ObjectNode tree(ManifestObject object) {
        ObjectNode tree = (ObjectNode) Json.read(YamlJson.of(object.mapping()))
                .orElseThrow(() -> new IllegalStateException("JSON was written"));
        tree.put("apiVersion", object.apiVersion()).put("kind", object.kind());
        tree.remove("status");
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVERS_OWN);
            if (metadata.get("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
            }
        }
        return tree;
    }

    private static void requireObjects(MemberRef member, YamlFile file, List<ManifestObject> objects) {
        for (YamlDocument document : file.documents()) {
            boolean empty = document.root()
                    .map(root -> YamlJson.of(root).equals("null"))
                    .orElse(true);
            boolean read = empty
                    || objects.stream().anyMatch(object -> object.document() == document.index())
                    || isList(document);
            if (!read) {
                throw new InvalidContentException(
                        ErrorCode.MALFORMED,
                        "the document is no Kubernetes object: it has no apiVersion or no kind",
                        "Add them, or remove the document.",
                        Location.builder()
                                .member(member)
                                .document(document.index())
                                .build());
            }
        }
    }

    private static boolean isList(YamlDocument document) {
        return document.at("/items").isPresent() && document.at("/kind").isPresent();
    }
}
