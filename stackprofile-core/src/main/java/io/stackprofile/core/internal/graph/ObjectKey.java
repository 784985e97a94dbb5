package io.stackprofile.core.internal.graph;

/**
 * What tells one Kubernetes object from another. Its parts are content: they are compared, never shown.
 *
 * @param group the API group; empty for the core group
 * @param kind the kind
 * @param namespace the namespace it goes to; empty for objects without one
 * @param name the name
 */
public record ObjectKey(String group, String kind, String namespace, String name) {

    /** The group of an apiVersion: what stands before the slash. */
    static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The kind with its group, as the tables of kinds write it. */
    static String qualified(String group, String kind) {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    ObjectKey withoutNamespace() {
        return new ObjectKey(group, kind, "", name);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "ObjectKey";
    }
}
