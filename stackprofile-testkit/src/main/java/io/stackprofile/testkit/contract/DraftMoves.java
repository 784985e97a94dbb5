package io.stackprofile.testkit.contract;

import io.stackprofile.DraftId;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.testkit.internal.history.Move;
import io.stackprofile.testkit.internal.history.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** One thread's random calls of a {@link DraftStore}, on few drafts, by what it last saw of them. */
final class DraftMoves implements Supplier<Operation<Register<DraftId, DraftRecord>>> {

    private final DraftStore drafts;
    private final Records records;
    private final List<DraftId> ids;
    private final Random random;
    private final String me;
    private final Map<DraftId, DraftRecord> seen = new HashMap<>();
    private int made;

    DraftMoves(DraftStore drafts, Records records, List<DraftId> ids, Random random, String me) {
        this.drafts = drafts;
        this.records = records;
        this.ids = ids;
        this.random = random;
        this.me = me;
    }

    static Register<DraftId, DraftRecord> nothing() {
        return new Register<>(Map.of(), DraftRecord::revision);
    }

    @Override
    public Operation<Register<DraftId, DraftRecord>> get() {
        DraftId id = ids.get(random.nextInt(ids.size()));
        String name = "draft " + ids.indexOf(id);
        DraftRecord last = Optional.ofNullable(seen.get(id)).orElseGet(() -> fresh(id));
        long revision = last.revision();
        return switch (random.nextInt(8)) {
            case 0, 1 -> create(name, fresh(id));
            case 2, 3, 4 -> update(name, revision, records.changed(last, document(), Set.of()));
            case 5 ->
                random.nextBoolean()
                        ? Move.write("delete " + name, () -> removed(id), state -> state.delete(id))
                        : Move.write(
                                "delete " + name + " unchanged since " + revision,
                                () -> drafts.deleteUnchanged(StoreContract.ACME, id, revision),
                                state -> state.deleteUnchanged(id, revision));
            default -> Move.read("find " + name, () -> found(id), state -> state.find(id));
        };
    }

    private DraftRecord fresh(DraftId id) {
        return records.draft(StoreContract.ACME, id.value(), document(), Set.of());
    }

    private String document() {
        return "{\"" + me + "\": " + made++ + "}";
    }

    private Operation<Register<DraftId, DraftRecord>> create(String name, DraftRecord created) {
        return Move.write(
                "create " + name + " " + created.document(),
                () -> {
                    drafts.create(created);
                    seen.put(created.id(), created);
                    return Register.DONE;
                },
                state -> state.create(created.id(), created));
    }

    private Operation<Register<DraftId, DraftRecord>> update(String name, long expected, DraftRecord changed) {
        return Move.write(
                "update " + name + " on " + expected + " " + changed.document(),
                () -> {
                    drafts.update(expected, changed);
                    seen.put(changed.id(), changed);
                    return Register.DONE;
                },
                state -> state.update(changed.id(), expected, changed));
    }

    private Object removed(DraftId id) {
        drafts.delete(StoreContract.ACME, id);
        return Register.DONE;
    }

    private Object found(DraftId id) {
        Optional<DraftRecord> found = drafts.find(StoreContract.ACME, id);
        found.ifPresent(draft -> seen.put(id, draft));
        return found;
    }
}
