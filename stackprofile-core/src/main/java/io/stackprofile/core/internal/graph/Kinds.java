package io.stackprofile.core.internal.graph;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code kinds.txt} knows of kinds and namespaces. */
public final class Kinds {

    private static final Map<String, Set<String>> LISTS = Resources.lines(Kinds.class, "kinds.txt").stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(": ", 2))
            .collect(Collectors.groupingBy(
                    part -> part[0],
                    Collectors.flatMapping(part -> Arrays.stream(part[1].split(" ", -1)), Collectors.toSet())));
    private static final Set<String> GROUPS = list("groups");
    private static final Set<String> CLUSTER = list("cluster");
    private static final Set<String> NAMESPACES = list("namespaces");

    private Kinds() {}

    /** Whether every cluster has the kinds of this group. */
    public static boolean isBuiltIn(String group) {
        return group.isEmpty() || GROUPS.contains(group);
    }

    /** Whether every cluster has this namespace. */
    public static boolean isStandardNamespace(String namespace) {
        return NAMESPACES.contains(namespace);
    }

    public static boolean isClusterWide(String group, String kind) {
        return CLUSTER.contains(ObjectKey.qualified(group, kind));
    }

    private static Set<String> list(String name) {
        return new HashSet<>(LISTS.getOrDefault(name, Set.of()));
    }
}
