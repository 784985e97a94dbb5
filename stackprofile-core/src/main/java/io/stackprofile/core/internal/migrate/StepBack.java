package io.stackprofile.core.internal.migrate;

import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From one version to the one before it: what the later one's migration touched is asked, never turned around. */
final class StepBack {

    private final Passage before;
    private final VersionContract to;
    private final BindingMigration migration;
    private final Inference inference;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private StepBack(Passage before, VersionContract to) {
        this.before = before;
        this.to = to;
        this.migration = before.contract().migration();
        this.inference = new Inference(before, to);
    }

    static Passage of(Passage before, VersionContract to) {
        StepBack step = new StepBack(before, to);
        to.parameters().forEach(step::reach);
        return before.next(to, step.held, Map.of(), step.lost());
    }

    private void reach(Parameter parameter) {
        String name = parameter.name();
        if (isMade(name) || isUsed(name)) {
            asked(name).ifPresent(question -> held.put(name, question));
            return;
        }
        inference.of(parameter).ifPresent(same -> {
            held.put(name, same);
            taken.add(name);
        });
    }

    /** What the parameter became has values of the instance's own: the instance cannot go back without one. */
    private Optional<Held> asked(String name) {
        List<Trace> traces = migration.outOf(name).stream()
                .flatMap(step -> step.targets().stream())
                .map(before::held)
                .flatMap(Optional::stream)
                .map(Held::trace)
                .toList();
        int version = before.contract().version();
        return traces.isEmpty()
                ? Optional.empty()
                : Optional.of(Held.asked(Trace.joined(traces), Question.noWayBack(name, version)));
    }

    /** Whether a step made what the parameter is called there; one that keeps a name makes nothing. */
    private boolean isMade(String name) {
        return migration.into(name).filter(step -> !keeps(step)).isPresent();
    }

    private boolean isUsed(String name) {
        return !migration.outOf(name).isEmpty()
                && migration.outOf(name).stream().noneMatch(StepBack::keeps);
    }

    private static boolean keeps(MigrationStep step) {
        return step instanceof MigrationStep.Rename rename && rename.from().equals(rename.to());
    }

    private List<LostBinding> lost() {
        List<LostBinding> lost = new ArrayList<>();
        before.held().forEach((name, had) -> {
            if (!taken.contains(name) && !had.trace().from().isEmpty()) {
                lost.add(migration
                        .into(name)
                        .map(step -> Removal.rolledBack(name, before.contract().version(), step, had.trace()))
                        .orElseGet(() -> Removal.removed(name, to.version(), had.trace())));
            }
        });
        return lost;
    }
}
