package io.stackprofile.test.kubernetes;

import java.util.List;

/**
 * What a token may do, as a rule of a Role or ClusterRole; {@code *} stands for everything.
 *
 * @param apiGroups the core group is the empty text
 * @param resources plural, with {@code /status} and the like for subresources
 * @param namespaces where; {@code *} is everywhere, cluster-wide lists and cluster-scoped resources too
 */
public record Rule(List<String> verbs, List<String> apiGroups, List<String> resources, List<String> namespaces) {

    /** Everything everywhere. */
    public static final Rule ALL = new Rule(List.of("*"), List.of("*"), List.of("*"), List.of("*"));

    /** Copies its lists. */
    public Rule {
        verbs = List.copyOf(verbs);
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
        namespaces = List.copyOf(namespaces);
    }

    boolean allows(String verb, String group, String resource, String namespace) {
        return in(verbs, verb)
                && in(apiGroups, group)
                && in(resources, resource)
                && (namespaces.contains("*") || (!namespace.isEmpty() && namespaces.contains(namespace)));
    }

    private static boolean in(List<String> some, String one) {
        return some.contains("*") || some.contains(one);
    }
}
