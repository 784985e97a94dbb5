package io.stackprofile.core.internal.namespace;

import java.util.Set;
import java.util.regex.Pattern;

/** Where a namespace's name stands in an object or in a chart's values. */
final class NamespacePlaces {

    /** Fields whose value, or each of whose items, is a namespace, in Kubernetes' own kinds and the usual extensions. */
    private static final Set<String> FIELDS = Set.of(
            "namespace",
            "namespaces",
            "matchNames",
            "targetNamespace",
            "targetNamespaces",
            "storageNamespace",
            "installNamespace",
            "releaseNamespace",
            "namespaceOverride",
            "watchNamespace",
            "watchNamespaces",
            "allowedNamespaces",
            "sourceNamespaces",
            "serviceNamespace",
            "secretNamespace",
            "kubernetes.io/metadata.name");

    /** Annotations whose value begins with a namespace and a slash. */
    private static final Set<String> PATHS = Set.of(
            "cert-manager.io/inject-ca-from",
            "cert-manager.io/inject-ca-from-secret",
            "nginx.ingress.kubernetes.io/auth-tls-secret");

    /** Where entries have keys of the user's own. */
    private static final Set<String> OPEN = Set.of("data", "binaryData", "stringData");

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** A namespace in a service's host name, or in the user name of a service account or of all of a namespace. */
    static final Pattern EMBEDDED =
            Pattern.compile("(?<=[A-Za-z0-9*-]\\.)(?<host>" + LABEL + ")(?=\\.svc(?![A-Za-z0-9-]))"
                    + "|(?<=system:serviceaccount:|system:serviceaccounts:)(?<account>" + LABEL + ")(?![A-Za-z0-9-])");

    private NamespacePlaces() {}

    static boolean isNamespace(String field) {
        return FIELDS.contains(field);
    }

    static boolean isPath(String field) {
        return PATHS.contains(field);
    }

    static boolean isOpen(String field) {
        return OPEN.contains(field);
    }
}
