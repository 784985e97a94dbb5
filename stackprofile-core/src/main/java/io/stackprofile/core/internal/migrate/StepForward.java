package io.stackprofile.core.internal.migrate;

import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From one version to the next, as the next declares. */
final class StepForward {

    private final Passage before;
    private final VersionContract to;
    private final BindingMigration migration;
    private final Inference inference;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<String, ParameterValue> defaults = new LinkedHashMap<>();
    /** What went on, by its name before. */
    private final Set<String> taken = new HashSet<>();

    private StepForward(Passage before, VersionContract to) {
        this.before = before;
        this.to = to;
        this.migration = to.migration();
        this.inference = new Inference(before, to);
    }

    static Passage of(Passage before, VersionContract to) {
        StepForward step = new StepForward(before, to);
        to.parameters().forEach(step::reach);
        return before.next(to, step.held, step.defaults, step.lost());
    }

    private void reach(Parameter parameter) {
        String name = parameter.name();
        Optional<MigrationStep> declared = migration.into(name);
        if (declared.isPresent()) {
            new Derivation(before, to, declared.get(), parameter).held().ifPresent(derived -> {
                held.put(name, derived);
                taken.addAll(declared.get().sources());
            });
        } else if (migration.outOf(name).isEmpty()) {
            inference.of(parameter).ifPresent(same -> {
                held.put(name, same);
                taken.add(name);
            });
        }
        if (!held.containsKey(name)) {
            migration.earlierDefault(name).ifPresent(value -> defaults.put(name, value));
        }
    }

    private List<LostBinding> lost() {
        List<LostBinding> lost = new ArrayList<>();
        before.held().forEach((name, had) -> {
            if (!taken.contains(name) && !had.trace().from().isEmpty()) {
                lost.add(
                        migration.outOf(name).isEmpty()
                                ? Removal.removed(name, to.version(), had.trace())
                                : Removal.emptySplit(name, to.version(), had.trace()));
            }
        });
        return lost;
    }
}
