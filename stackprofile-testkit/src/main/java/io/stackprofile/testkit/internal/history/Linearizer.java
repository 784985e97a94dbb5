package io.stackprofile.testkit.internal.history;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.testkit.internal.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of a history's calls, one after another, in which the model gives every answer that was given, and
 * no call comes before one that had returned when it was made (Wing and Gong's search, with Lowe's memory of states
 * that led nowhere).
 *
 * @param <S> the model's state; immutable, with equality
 */
public final class Linearizer<S> {

    private static final int MOST = 63;

    /** A set of calls that are done, and the state they led to. */
    private record Reached<S>(long done, S state) {}

    private final S initial;

    /** Starts every search from {@code initial}. */
    public Linearizer(S initial) {
        this.initial = initial;
    }

    /** The shortest part of a history that no order explains; empty when there is an order for all of it. */
    public Optional<List<Event<S>>> unexplained(List<Event<S>> history) {
        if (isExplained(history)) {
            return Optional.empty();
        }
        return Optional.of(withoutReads(shortestBeginning(history)));
    }

    /** What was known at the first moment at which no order was left. */
    private List<Event<S>> shortestBeginning(List<Event<S>> history) {
        List<Long> moments = history.stream().map(Event::returned).sorted().toList();
        for (long moment : moments) {
            List<Event<S>> known = history.stream()
                    .filter(event -> event.invoked() <= moment)
                    .map(event -> event.asOf(moment))
                    .toList();
            if (!isExplained(known)) {
                return known;
            }
        }
        return history;
    }

    /** Leaves out every call that changed nothing and is not needed for the contradiction. */
    private List<Event<S>> withoutReads(List<Event<S>> unexplained) {
        List<Event<S>> left = unexplained;
        for (Event<S> event : unexplained) {
            boolean refused = event.answer() instanceof ErrorCode && !event.isUnknown();
            if (refused || !event.operation().changes()) {
                List<Event<S>> without = new ArrayList<>(left);
                without.remove(event);
                left = isExplained(without) ? left : without;
            }
        }
        return left;
    }

    boolean isExplained(List<Event<S>> history) {
        if (history.size() > MOST) {
            throw new IllegalArgumentException("a history has at most " + MOST + " calls");
        }
        return search(history, 0, initial, new HashSet<>());
    }

    private boolean search(List<Event<S>> history, long done, S state, Set<Reached<S>> nowhere) {
        if (isComplete(history, done)) {
            return true;
        }
        if (!nowhere.add(new Reached<>(done, state))) {
            return false;
        }
        long firstReturn = firstReturn(history, done);
        for (int i = 0; i < history.size(); i++) {
            Event<S> event = history.get(i);
            if (isDone(done, i) || event.invoked() > firstReturn) {
                continue;
            }
            Outcome<S> outcome = event.operation().on(state);
            boolean fits = event.isUnknown() || outcome.answers().contains(event.answer());
            if (fits && search(history, done | 1L << i, outcome.next(), nowhere)) {
                return true;
            }
        }
        return false;
    }

    private static <S> boolean isComplete(List<Event<S>> history, long done) {
        for (int i = 0; i < history.size(); i++) {
            if (!isDone(done, i) && !history.get(i).isUnknown()) {
                return false;
            }
        }
        return true;
    }

    private static <S> long firstReturn(List<Event<S>> history, long done) {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < history.size(); i++) {
            if (!isDone(done, i)) {
                first = Math.min(first, history.get(i).returned());
            }
        }
        return first;
    }

    private static boolean isDone(long done, int index) {
        return (done & 1L << index) != 0;
    }
}
