package io.stackprofile.samples.cli.print;

import io.stackprofile.draft.FleetSimulation;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.SimulatedInstance;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutStep;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what becomes of many instances at once. */
public final class FleetText {

    private FleetText() {}

    /** Each instance in the order of work, then how many came out how. */
    public static String rollout(RolloutReport report) {
        Table table = Table.of("WAVE", "INSTANCE", "STACK", "CLUSTER", "FROM", "OUTCOME", "NOTE");
        for (RolloutStep step : report.steps()) {
            table.row(
                    step.wave(),
                    step.instantiationId(),
                    step.stack(),
                    step.cluster(),
                    "v" + step.fromVersion(),
                    ProfileText.word(step.outcome()),
                    note(step.message(), step.findings(), step.conflicts()));
        }
        String counts = counts(RolloutStep.Outcome.values(), report::count);
        return (report.steps().isEmpty() ? "No instance is selected.\n" : table.render() + "\n" + counts + ".\n")
                + (report.dryRun() ? "Nothing was written.\n" : "")
                + (report.stopped() ? "It stopped before it reached all.\n" : "");
    }

    /** Each instance, then how many would come out how. */
    public static String simulation(FleetSimulation simulation) {
        Table table = Table.of("INSTANCE", "STACK", "CLUSTER", "FROM", "OUTCOME", "MEMBERS", "NOTE");
        for (SimulatedInstance instance : simulation.instances()) {
            table.row(
                    instance.instantiationId(),
                    instance.stack(),
                    instance.cluster(),
                    "v" + instance.fromVersion(),
                    ProfileText.word(instance.outcome()),
                    members(instance),
                    note(instance.message(), instance.findings(), instance.conflicts()));
        }
        String counts = counts(SimulatedInstance.Outcome.values(), simulation::count);
        return new Fields().add("impact", ProfileText.word(simulation.impact())).render() + "\n"
                + (simulation.instances().isEmpty() ? "No instances.\n" : table.render() + "\n" + counts + ".\n");
    }

    private static <O extends Enum<O>> String counts(O[] outcomes, ToLongFunction<O> count) {
        return Stream.of(outcomes)
                .filter(outcome -> count.applyAsLong(outcome) > 0)
                .map(outcome -> count.applyAsLong(outcome) + " " + ProfileText.word(outcome))
                .collect(Collectors.joining(", "));
    }

    private static String members(SimulatedInstance instance) {
        String counts = instance.members().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + ProfileText.word(entry.getKey()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "-" : counts;
    }

    private static String note(Optional<String> message, List<Finding> findings, List<MergeConflict> conflicts) {
        String note = Stream.of(
                        message.stream(),
                        findings.stream().map(Finding::message),
                        conflicts.stream().map(MergeConflict::message))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return note.isEmpty() ? "-" : note;
    }
}
