package io.stackprofile.core.internal.engine;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.FleetFilter;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The instances of a profile that a filter means, by the stacks they stand for. */
final class Fleet {

    private final StackProfileStore store;
    private final String organisation;
    private final FleetFilter filter;
    private final int current;
    private final Map<Integer, String> channels = new HashMap<>();
    private final List<Pattern> clusters;
    private final List<Pattern> stacks;

    Fleet(
            EngineParts parts,
            String organisation,
            ProfileRecord profile,
            List<VersionHeader> versions,
            FleetFilter filter) {
        this.store = parts.store();
        this.organisation = organisation;
        this.filter = filter;
        this.current = profile.currentVersion();
        versions.forEach(header -> channels.put(header.number(), header.channel()));
        this.clusters = filter.clusters().stream().map(Fleet::pattern).toList();
        this.stacks = filter.stacks().stream().map(Fleet::pattern).toList();
    }

    /** The targets that the filter means, by cluster and stack; those that are not behind too, whatever it says of that. */
    List<FleetTarget> targets(ProfileId profile) {
        Map<String, FleetTarget> targets = new TreeMap<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
        while (request.isPresent()) {
            Page<InstantiationRecord> page =
                    store.instantiations().page(organisation, profile, OptionalInt.empty(), request.get());
            page.items()
                    .forEach(record -> targets.merge(
                            record.cluster() + "\n" + record.stack(),
                            new FleetTarget(record.cluster(), record.stack(), List.of(record)),
                            (known, one) -> known.with(record)));
            request = page.next().map(PageRequest.first(PageRequest.MAX_SIZE)::at);
        }
        return targets.values().stream().filter(this::isAmong).toList();
    }

    /** Whether an instance alone is meant. */
    boolean means(InstantiationRecord record) {
        return means(new FleetTarget(record.cluster(), record.stack(), List.of(record)));
    }

    /** Whether a target is selected. */
    boolean means(FleetTarget target) {
        return isAmong(target) && (!filter.outdated() || isBehind(target));
    }

    private boolean isAmong(FleetTarget target) {
        return target.settled()
                .filter(record -> matches(clusters, target.cluster()) && matches(stacks, target.stack()))
                .filter(record -> filter.channels().isEmpty()
                        || filter.channels().contains(channels.getOrDefault(record.version(), "")))
                .filter(record -> filter.ids().isEmpty()
                        || target.records().stream()
                                .anyMatch(known -> filter.ids().contains(known.id())))
                .isPresent();
    }

    private boolean isBehind(FleetTarget target) {
        return target.records().stream()
                .anyMatch(record -> record.status() == InstantiationStatus.DEPLOYED && record.version() < current);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
