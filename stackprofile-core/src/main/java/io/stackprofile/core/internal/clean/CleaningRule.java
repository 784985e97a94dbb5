package io.stackprofile.core.internal.clean;

import java.util.List;

/**
 * A field that a server writes.
 *
 * @param id kebab case
 * @param path the keys that lead to it from the object's root
 * @param reason a sentence for the report
 */
record CleaningRule(String id, List<String> path, String reason) {

    /** Every rule, in the order in which reports name them. */
    static final List<CleaningRule> ALL = List.of(
            top("status", "The cluster writes the status; applying it does nothing."),
            meta("managedFields", "managed-fields", "The API server keeps account of field owners here."),
            meta("uid", "uid", "The API server gives each object its own uid."),
            meta(
                    "resourceVersion",
                    "resource-version",
                    "It names one write to one cluster; applying it elsewhere fails."),
            meta("generation", "generation", "The API server counts changes to the object here."),
            meta("creationTimestamp", "creation-timestamp", "It says when this one object was made."),
            meta("selfLink", "self-link", "The API server used to write the object's address here."),
            meta("deletionTimestamp", "deletion-timestamp", "It says that this one object is being deleted."),
            meta(
                    "deletionGracePeriodSeconds",
                    "deletion-grace-period",
                    "It says how long this one object's deletion may take."),
            annotation(
                    "kubectl.kubernetes.io/last-applied-configuration",
                    "last-applied-configuration",
                    "kubectl keeps a copy of the whole object here, secrets included."),
            annotation(
                    "deployment.kubernetes.io/revision",
                    "deployment-revision",
                    "The deployment controller counts its rollouts here."));

    private static CleaningRule top(String key, String reason) {
        return new CleaningRule(key, List.of(key), reason);
    }

    private static CleaningRule meta(String key, String id, String reason) {
        return new CleaningRule(id, List.of("metadata", key), reason);
    }

    private static CleaningRule annotation(String key, String id, String reason) {
        return new CleaningRule(id, List.of("metadata", "annotations", key), reason);
    }
}
