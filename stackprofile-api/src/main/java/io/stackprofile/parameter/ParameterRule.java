package io.stackprofile.parameter;

import io.stackprofile.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What must hold between the values of several parameters, checked when a version is instantiated. */
@Value.Immutable
public interface ParameterRule {

    /** How deep conditions may stand in each other. */
    int DEEPEST = 20;

    /** An RFC 1123 label, unique within a version. */
    String name();

    /** When the rule counts; always, if absent. */
    Optional<Condition> when();

    /** What must hold then. */
    Condition require();

    /** What to tell who breaks it, one sentence without a full stop. */
    String message();

    /** The names of the parameters it reads, in order. */
    default Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        when().ifPresent(condition -> names.addAll(condition.parameters()));
        names.addAll(require().parameters());
        return names;
    }

    /** Checks the name, the message and the depth. */
    @Value.Check
    default void check() {
        Names.label("name", name());
        if (message().isBlank()) {
            throw new IllegalArgumentException("rule " + name() + ": it needs a message");
        }
        when().ifPresent(this::requireShallow);
        requireShallow(require());
    }

    private void requireShallow(Condition condition) {
        record At(Condition condition, int depth) {}
        Deque<At> open = new ArrayDeque<>();
        open.push(new At(condition, 1));
        while (!open.isEmpty()) {
            At at = open.pop();
            if (at.depth() > DEEPEST) {
                throw new IllegalArgumentException(
                        "rule " + name() + ": its conditions stand more than " + DEEPEST + " deep in each other");
            }
            at.condition().parts().forEach(part -> open.push(new At(part, at.depth() + 1)));
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterRule}. */
    final class Builder extends ImmutableParameterRule.Builder {
        Builder() {}
    }
}
