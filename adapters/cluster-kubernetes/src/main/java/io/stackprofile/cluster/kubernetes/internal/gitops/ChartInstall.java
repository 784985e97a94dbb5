package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.error.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chart that an operator is told to install.
 *
 * @param name what people call it
 * @param release the Helm release's name
 * @param namespace where it goes, if told
 * @param chartName its chart
 * @param chartVersion the version, as told; {@code *} for whichever is the latest
 * @param repository where the chart comes from
 * @param values what the chart is given, as JSON; absent when nothing
 * @param parts the objects that tell it
 * @param rendered objects that are known to come from it
 * @param findings what could not be read of it
 */
public record ChartInstall(
        String name,
        String release,
        Optional<String> namespace,
        String chartName,
        String chartVersion,
        Optional<String> repository,
        Optional<String> values,
        List<JsonNode> parts,
        Set<ObjectId> rendered,
        List<Finding> findings) {

    /** Copies the lists. */
    public ChartInstall {
        parts = List.copyOf(parts);
        rendered = Set.copyOf(rendered);
        findings = List.copyOf(findings);
    }

    /** Without the values: they may hold secrets. */
    @Override
    public String toString() {
        return "ChartInstall[" + name + "]";
    }
}
