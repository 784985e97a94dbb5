package io.stackprofile.cluster.kubernetes.internal.helm;

import io.stackprofile.cluster.kubernetes.internal.find.ReleaseName;
import java.util.Optional;

/**
 * A release that is deployed.
 *
 * @param name its name
 * @param revision how often it was installed, upgraded and rolled back
 * @param chartName its chart's name
 * @param chartVersion its chart's version
 * @param values what its user gave, as JSON; absent when nothing
 * @param repository where its chart comes from, if the record says so
 * @param record what tells this record from any other, without telling of its content
 */
public record Release(
        ReleaseName name,
        int revision,
        String chartName,
        String chartVersion,
        Optional<String> values,
        Optional<String> repository,
        String record) {

    /** Without the values: they may hold secrets. */
    @Override
    public String toString() {
        return "Release[" + name + " revision " + revision + "]";
    }
}
