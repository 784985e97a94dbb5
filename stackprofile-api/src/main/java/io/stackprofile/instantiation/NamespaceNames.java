package io.stackprofile.instantiation;

import io.stackprofile.Names;
import java.util.Map;

/** Requires that namespaces go to namespaces. */
final class NamespaceNames {

    private NamespaceNames() {}

    static void require(Map<String, String> namespaces) {
        namespaces.forEach((from, to) -> {
            Names.label("namespaces", from);
            Names.label("namespaces", to);
        });
    }
}
