package io.stackprofile.parameter;

import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a version's parameters follow from those of the version before it. What it does not mention is carried where name
 * and type are the same; nothing is guessed.
 *
 * <p>{@link #into} and {@link #outOf} answer for a comparison of the two versions: a required parameter that a step gives
 * a value asks nothing of instances, and one that a step reads is not simply removed.
 */
@Value.Immutable
public interface BindingMigration {

    /** The steps; their order says nothing. */
    List<MigrationStep> steps();

    /** Whether nothing is declared. */
    default boolean isEmpty() {
        return steps().isEmpty();
    }

    /** The step whose value a parameter of the version takes; an {@link EarlierDefault} is none. */
    default Optional<MigrationStep> into(String parameter) {
        return steps().stream()
                .filter(step -> !(step instanceof EarlierDefault))
                .filter(step -> step.targets().contains(parameter))
                .findFirst();
    }

    /** The steps that read a parameter of the version before. */
    default List<MigrationStep> outOf(String parameter) {
        return steps().stream()
                .filter(step -> step.sources().contains(parameter))
                .toList();
    }

    /** What instances of earlier versions take for a parameter in the place of its default. */
    default Optional<ParameterValue> earlierDefault(String parameter) {
        return steps().stream()
                .filter(step -> step instanceof EarlierDefault && step.targets().contains(parameter))
                .map(step -> ((EarlierDefault) step).value())
                .findFirst();
    }

    /** Nothing declared. */
    static BindingMigration none() {
        return builder().build();
    }

    /** A migration of these steps. */
    static BindingMigration of(MigrationStep... steps) {
        return builder().addSteps(steps).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BindingMigration}. */
    final class Builder extends ImmutableBindingMigration.Builder {
        Builder() {}
    }
}
