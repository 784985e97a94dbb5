package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes of answers that are kept for repeats. */
final class RepeatFaults {

    private RepeatFaults() {}

    /** The answers of appends are not among those that a deletion clears. */
    static StackProfileStore appendsRemember() {
        Map<Object, Object> answers = new ConcurrentHashMap<>();
        return new BrokenStore(new InMemoryStore(), Map.of("ProfileStore.append", call -> {
            Object answer = call.proceed();
            Object first = answers.putIfAbsent(call.arg(0), answer);
            return first == null ? answer : first;
        }));
    }
}
