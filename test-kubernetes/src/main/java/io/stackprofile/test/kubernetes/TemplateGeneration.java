package io.stackprofile.test.kubernetes;

import tools.jackson.databind.node.ObjectNode;

/** The annotation by which DaemonSets count the changes of their template. */
final class TemplateGeneration {

    private static final String ANNOTATION = "deprecated.daemonset.template.generation";

    private TemplateGeneration() {}

    /** The count, or -1 where there is none. */
    static int of(ObjectNode daemonSet) {
        String count = Json.text(daemonSet, "metadata", "annotations", ANNOTATION);
        return count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : -1;
    }

    static void set(ObjectNode daemonSet, int count) {
        Json.child(daemonSet, "metadata", "annotations").put(ANNOTATION, Integer.toString(count));
    }

    static void count(ObjectNode daemonSet, ObjectNode live) {
        boolean same =
                daemonSet.path("spec").path("template").equals(live.path("spec").path("template"));
        set(daemonSet, Math.max(0, of(live)) + (same ? 0 : 1));
    }
}
