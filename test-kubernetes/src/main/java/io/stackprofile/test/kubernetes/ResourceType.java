package io.stackprofile.test.kubernetes;

import java.util.List;

/**
 * A resource the server serves.
 *
 * @param subresources of {@code status} and {@code scale}
 * @param custom whether a CustomResourceDefinition made it
 */
record ResourceType(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> subresources,
        Schema schema,
        boolean custom) {

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As errors name it: {@code deployments.apps}. */
    String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    boolean is(String otherGroup, String otherPlural) {
        return group.equals(otherGroup) && plural.equals(otherPlural);
    }

    boolean hasStatus() {
        return subresources.contains("status");
    }
}
