package io.stackprofile.core.internal.graph;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;

/**
 * A Kubernetes object of a stack's manifest.
 *
 * @param member the manifest
 * @param document which document of its text, from 0
 * @param pointer where it stands in the document: the root, or an item of a list
 * @param mapping its fields
 * @param apiVersion its apiVersion
 * @param key what tells it from others, with the namespace it goes to
 */
public record StackObject(
        MemberRef member, int document, String pointer, YamlMapping mapping, String apiVersion, ObjectKey key) {

    /** Where the object stands. */
    public Location location() {
        return at("", mapping);
    }

    /** Where a part of the object stands. */
    Location at(String path, YamlNode node) {
        return Location.builder()
                .member(member)
                .document(document)
                .path(pointer + path)
                .line(node.line())
                .build();
    }

    /** The place only: what the object holds is content. */
    @Override
    public String toString() {
        return "StackObject[" + member + ", document " + document + ", " + pointer + "]";
    }
}
