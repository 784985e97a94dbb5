package io.stackprofile.test.kubernetes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request's path names: a collection, an object or a subresource. */
record Target(ResourceType type, String namespace, String name, String subresource) {

    static Target of(String path, ResourceTypes types) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        boolean core = parts.get(0).equals("api");
        int skipped = core ? 2 : 3;
        if ((!core && !parts.get(0).equals("apis")) || parts.size() <= skipped) {
            throw Failure.unknownPath();
        }
        String group = core ? "" : parts.get(1);
        String version = parts.get(skipped - 1);
        Target found = within(parts.subList(skipped, parts.size()), group, version, types);
        if (found == null) {
            throw Failure.unknownPath();
        }
        return found;
    }

    private static @Nullable Target within(List<String> parts, String group, String version, ResourceTypes types) {
        boolean inNamespace = parts.get(0).equals("namespaces")
                && parts.size() > 2
                && !(group.isEmpty() && List.of("status", "finalize").contains(parts.get(2)));
        List<String> rest = inNamespace ? parts.subList(2, parts.size()) : parts;
        ResourceType type = types.byPlural(group, version, rest.get(0));
        if (type == null || rest.size() > 3) {
            return null;
        }
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 ? rest.get(2) : "";
        boolean fits = inNamespace == type.namespaced() || (type.namespaced() && name.isEmpty());
        boolean known = subresource.isEmpty()
                || type.subresources().contains(subresource)
                || (subresource.equals("finalize") && type.is("", "namespaces"));
        return fits && known ? new Target(type, inNamespace ? parts.get(1) : "", name, subresource) : null;
    }

    String key() {
        return key(name);
    }

    String key(String ofName) {
        return Store.key(type, namespace, ofName);
    }

    Target named(String other) {
        return new Target(type, namespace, other, subresource);
    }

    boolean isStatus() {
        return subresource.equals("status");
    }
}
