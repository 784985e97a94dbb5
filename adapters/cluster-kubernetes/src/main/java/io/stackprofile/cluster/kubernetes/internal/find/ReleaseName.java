package io.stackprofile.cluster.kubernetes.internal.find;

import java.util.Comparator;

/**
 * What tells a Helm release from others.
 *
 * @param namespace where it is recorded
 * @param name its name
 */
public record ReleaseName(String namespace, String name) implements Comparable<ReleaseName> {

    @Override
    public int compareTo(ReleaseName other) {
        return Comparator.comparing(ReleaseName::namespace)
                .thenComparing(ReleaseName::name)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
