package io.stackprofile.it.load;

import io.stackprofile.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was begun, acknowledged and refused, and so what a store must hold. Thread-safe. */
public final class Journal implements Report {

    /**
     * An operation of unknown outcome.
     *
     * @param operation what was begun
     * @param failure what the call ended with; empty when nobody heard of an end
     */
    record Open(Operation operation, Optional<ErrorCode> failure) {

        /** Whether the call said that it left state as it was. */
        boolean isRefusal() {
            return failure.isPresent() && failure.get() != ErrorCode.OUTCOME_UNKNOWN;
        }
    }

    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Map<Operation.Kind, Integer> acknowledged = new EnumMap<>(Operation.Kind.class);
    private final Map<ErrorCode, Integer> failures = new EnumMap<>(ErrorCode.class);

    @Override
    public synchronized void begin(Operation operation) {
        touch(operation);
        open.put(operation.number(), new Open(operation, Optional.empty()));
    }

    @Override
    public synchronized void acknowledged(Operation operation, Changes changes) {
        touch(operation).apply(operation, changes);
        open.remove(operation.number());
        acknowledged.merge(operation.kind(), 1, Integer::sum);
    }

    @Override
    public synchronized void failed(Operation operation, ErrorCode code) {
        touch(operation);
        open.put(operation.number(), new Open(operation, Optional.of(code)));
        failures.merge(code, 1, Integer::sum);
    }

    private Life touch(Operation operation) {
        touched.add(operation.life());
        return lives.computeIfAbsent(operation.life(), Life::new);
    }

    /** The operation of a number that was begun and has no end yet. */
    public synchronized Optional<Operation> open(long number) {
        return Optional.ofNullable(open.get(number)).map(Open::operation);
    }

    synchronized List<Open> openIn(Life life) {
        return open.values().stream()
                .filter(each -> each.operation().life().equals(life.name))
                .toList();
    }

    /** Forgets what is known by now. */
    synchronized void settled(Collection<Open> known) {
        known.forEach(each -> open.remove(each.operation().number()));
    }

    /** Every life there was. */
    public synchronized List<Life> lives() {
        return new ArrayList<>(lives.values());
    }

    /** The lives that something was done to since this was asked last. */
    public synchronized List<Life> touched() {
        List<Life> some = touched.stream().map(lives::get).toList();
        touched.clear();
        return some;
    }

    /** The lives in which an outcome is unknown. */
    public synchronized Set<Life> unsettled() {
        return open.values().stream()
                .map(each -> lives.get(each.operation().life()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many operations of each kind were acknowledged. */
    public synchronized Map<Operation.Kind, Integer> acknowledged() {
        return new EnumMap<>(acknowledged);
    }

    /** How many operations were acknowledged. */
    public synchronized int total() {
        return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many operations ended with each code. */
    public synchronized Map<ErrorCode, Integer> failures() {
        return failures.isEmpty() ? Map.of() : new EnumMap<>(failures);
    }
}
