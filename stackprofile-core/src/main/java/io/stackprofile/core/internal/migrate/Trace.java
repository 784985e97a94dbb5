package io.stackprofile.core.internal.migrate;

import io.stackprofile.instantiation.MigrationTurn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a value has been.
 *
 * @param from the instance's parameters that it came from, in order
 * @param turns what was done to it, oldest first
 */
record Trace(List<String> from, List<MigrationTurn> turns) {

    static final Trace NONE = new Trace(List.of(), List.of());

    Trace {
        from = List.copyOf(from);
        turns = List.copyOf(turns);
    }

    /** Of a value as the instance has it. */
    static Trace of(String parameter) {
        return new Trace(List.of(parameter), List.of());
    }

    /** Of what is made of several. */
    static Trace joined(Collection<Trace> traces) {
        Set<String> from = new LinkedHashSet<>();
        Set<MigrationTurn> turns = new LinkedHashSet<>();
        traces.forEach(trace -> {
            from.addAll(trace.from());
            turns.addAll(trace.turns());
        });
        return new Trace(List.copyOf(from), List.copyOf(turns));
    }

    /** The same, after another turn. */
    Trace then(MigrationTurn turn) {
        List<MigrationTurn> more = new ArrayList<>(turns);
        more.add(turn);
        return new Trace(from, more);
    }
}
