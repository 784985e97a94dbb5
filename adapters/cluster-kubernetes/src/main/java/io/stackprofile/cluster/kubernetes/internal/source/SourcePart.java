package io.stackprofile.cluster.kubernetes.internal.source;

import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import java.util.List;

/** One place where objects of a stack are looked for. */
public sealed interface SourcePart {

    /**
     * Everything that carries labels, or is in a namespace.
     *
     * @param namespaces where; none for everywhere, objects of the cluster included
     * @param selector as the API takes it; empty for all
     */
    record Listing(List<String> namespaces, String selector) implements SourcePart {}

    /**
     * Some objects.
     *
     * @param ids which
     */
    record Objects(List<ObjectId> ids) implements SourcePart {}

    /**
     * Objects of an operator, or releases of Helm.
     *
     * @param kind what they are
     * @param namespace where they stand
     * @param names which; none for all that are there
     */
    record Operated(Operator kind, String namespace, List<String> names) implements SourcePart {}

    /** What tells of a part of a stack. */
    enum Operator {
        /** Releases as Helm records them. */
        HELM_RELEASE,
        /** Argo CD's applications. */
        ARGO_APPLICATION,
        /** Flux's releases. */
        FLUX_RELEASE,
        /** Flux's kustomizations. */
        FLUX_KUSTOMIZATION
    }
}
