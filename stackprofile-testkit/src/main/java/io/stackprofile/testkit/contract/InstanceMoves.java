package io.stackprofile.testkit.contract;

import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.testkit.internal.history.Move;
import io.stackprofile.testkit.internal.history.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** One thread's random calls of an {@link InstantiationStore}, on few instances of one profile, and its counts. */
final class InstanceMoves implements Supplier<Operation<Register<InstantiationId, InstantiationRecord>>> {

    private final InstantiationStore instances;
    private final Records records;
    private final ProfileId profile;
    private final List<InstantiationId> ids;
    private final Random random;
    private final Map<InstantiationId, InstantiationRecord> seen = new HashMap<>();

    InstanceMoves(
            InstantiationStore instances,
            Records records,
            ProfileId profile,
            List<InstantiationId> ids,
            Random random) {
        this.instances = instances;
        this.records = records;
        this.profile = profile;
        this.ids = ids;
        this.random = random;
    }

    static Register<InstantiationId, InstantiationRecord> nothing() {
        return new Register<>(Map.of(), InstantiationRecord::revision);
    }

    @Override
    public Operation<Register<InstantiationId, InstantiationRecord>> get() {
        InstantiationId id = ids.get(random.nextInt(ids.size()));
        String name = "instance " + ids.indexOf(id);
        InstantiationRecord last = Optional.ofNullable(seen.get(id)).orElseGet(() -> fresh(id));
        return switch (random.nextInt(9)) {
            case 0, 1 -> create(name, fresh(id));
            case 2, 3 -> update(name, last.revision(), records.changed(last, version(), status()));
            case 4 -> delete(name, id, last.revision());
            case 5 -> count();
            case 6 -> outdated(1 + version());
            case 7 ->
                Move.read(
                        "find " + name + " by its draft",
                        () -> instances.findByDraft(StoreContract.ACME, new StackDraftId(id.value())),
                        state -> state.find(id));
            default -> Move.read("find " + name, () -> found(id), state -> state.find(id));
        };
    }

    private int version() {
        return 1 + random.nextInt(3);
    }

    private InstantiationStatus status() {
        return random.nextInt(4) == 0 ? InstantiationStatus.PARTIAL : InstantiationStatus.DEPLOYED;
    }

    private InstantiationRecord fresh(InstantiationId id) {
        return records.instance(StoreContract.ACME, id.value(), profile, version(), status(), "{}", Set.of());
    }

    private static String shown(InstantiationRecord instance) {
        return " (" + instance.status() + " of version " + instance.version() + ")";
    }

    private Operation<Register<InstantiationId, InstantiationRecord>> create(String name, InstantiationRecord created) {
        return Move.write(
                "create " + name + shown(created),
                () -> {
                    instances.create(created);
                    seen.put(created.id(), created);
                    return Register.DONE;
                },
                state -> state.create(created.id(), created));
    }

    private Operation<Register<InstantiationId, InstantiationRecord>> update(
            String name, long expected, InstantiationRecord changed) {
        return Move.write(
                "update " + name + " on " + expected + shown(changed),
                () -> {
                    instances.update(expected, changed);
                    seen.put(changed.id(), changed);
                    return Register.DONE;
                },
                state -> state.update(changed.id(), expected, changed));
    }

    private Operation<Register<InstantiationId, InstantiationRecord>> delete(
            String name, InstantiationId id, long expected) {
        return Move.write(
                "delete " + name + " on " + expected,
                () -> {
                    instances.delete(StoreContract.ACME, id, expected);
                    return Register.DONE;
                },
                state -> state.delete(id, expected));
    }

    private Operation<Register<InstantiationId, InstantiationRecord>> count() {
        return Move.read("count all", () -> instances.instanceCount(profile), state ->
                (long) state.records().size());
    }

    private Operation<Register<InstantiationId, InstantiationRecord>> outdated(int below) {
        return Move.read(
                "count below " + below,
                () -> instances.outdatedCount(StoreContract.ACME, profile, below),
                state -> state.records().values().stream()
                        .filter(instance -> instance.status() == InstantiationStatus.DEPLOYED)
                        .filter(instance -> instance.version() < below)
                        .count());
    }

    private Object found(InstantiationId id) {
        Optional<InstantiationRecord> found = instances.find(StoreContract.ACME, id);
        found.ifPresent(instance -> seen.put(id, instance));
        return found;
    }
}
