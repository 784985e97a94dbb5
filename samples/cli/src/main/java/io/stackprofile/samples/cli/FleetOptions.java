package io.stackprofile.samples.cli;

import io.stackprofile.instantiation.FleetFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which of a profile's deployed instances are meant. */
final class FleetOptions {

    @Option(
            names = "--on-channel",
            paramLabel = "NAME",
            description = "Only instances whose version is of this channel. May be repeated.")
    private List<String> channels = new ArrayList<>();

    @Option(
            names = "--on-cluster",
            paramLabel = "PATTERN",
            description = "Only instances on such clusters; * is any text, as in kube:prod-*. May be repeated.")
    private List<String> clusters = new ArrayList<>();

    @Option(
            names = "--on-stack",
            paramLabel = "PATTERN",
            description = "Only instances on stacks named so. May be repeated.")
    private List<String> stacks = new ArrayList<>();

    @Option(names = "--instance", paramLabel = "INSTANCE", description = "Only this instance. May be repeated.")
    private List<String> instances = new ArrayList<>();

    FleetFilter filter(boolean outdated) {
        return FleetFilter.builder()
                .outdated(outdated && instances.isEmpty())
                .addAllChannels(channels)
                .addAllClusters(clusters.stream()
                        .map(pattern -> ClusterNames.pattern("--on-cluster", pattern))
                        .toList())
                .addAllStacks(stacks)
                .addAllIds(instances.stream().map(Ids::instance).toList())
                .build();
    }
}
