package io.stackprofile.core.internal.namespace;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.Kinds;
import io.stackprofile.core.internal.graph.StackObject;
import io.stackprofile.core.internal.graph.StackObjects;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.StackSpec;
import java.util.Collection;
import java.util.List;

/** Finds objects of the whole cluster, which instances in different namespaces share. */
public final class SharedObjects {

    private SharedObjects() {}

    /**
     * A finding for each.
     *
     * @param namespaces those that are the instance's own
     */
    public static List<Finding> of(StackSpec spec, Collection<String> namespaces, Limits limits) {
        return StackObjects.of(spec, limits).all().stream()
                .filter(object ->
                        Kinds.isClusterWide(object.key().group(), object.key().kind()))
                .filter(object -> !(object.key().kind().equals("Namespace")
                        && namespaces.contains(object.key().name())))
                .map(SharedObjects::finding)
                .toList();
    }

    private static Finding finding(StackObject object) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code("shared-object")
                .location(object.location())
                .message("this " + object.key().kind()
                        + " is of the whole cluster: every instance of the profile there has the same one")
                .hint("Leave it to one instance, or give it a name by a parameter.")
                .build();
    }
}
