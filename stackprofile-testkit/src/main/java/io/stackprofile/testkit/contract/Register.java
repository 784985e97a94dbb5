package io.stackprofile.testkit.contract;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.testkit.internal.history.Operation.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The model of records that change on their expected revision only: what drafts and instances have in common.
 *
 * @param records what is there, by id
 * @param revision tells a record's revision
 */
record Register<K, R>(Map<K, R> records, ToLongFunction<R> revision) {

    /** What a method without an answer answers. */
    static final Object DONE = "done";

    Optional<R> find(K id) {
        return Optional.ofNullable(records.get(id));
    }

    Outcome<Register<K, R>> create(K id, R created) {
        return records.containsKey(id) ? refused(ErrorCode.STALE_REVISION) : Outcome.of(with(id, created), DONE);
    }

    Outcome<Register<K, R>> update(K id, long expected, R changed) {
        Optional<R> current = find(id);
        if (current.isEmpty()) {
            return refused(ErrorCode.NOT_FOUND);
        }
        return revision.applyAsLong(current.get()) == expected
                ? Outcome.of(with(id, changed), DONE)
                : refused(ErrorCode.STALE_REVISION);
    }

    Outcome<Register<K, R>> delete(K id) {
        return Outcome.of(without(id), DONE);
    }

    /** A deletion that is refused on another revision, and is no error when there is nothing. */
    Outcome<Register<K, R>> delete(K id, long expected) {
        boolean other = find(id).filter(found -> revision.applyAsLong(found) != expected)
                .isPresent();
        return other ? refused(ErrorCode.STALE_REVISION) : delete(id);
    }

    /** A deletion that says whether the revision was the expected one. */
    Outcome<Register<K, R>> deleteUnchanged(K id, long expected) {
        boolean same = find(id).filter(found -> revision.applyAsLong(found) == expected)
                .isPresent();
        return same ? Outcome.of(without(id), true) : Outcome.of(this, false);
    }

    private Outcome<Register<K, R>> refused(ErrorCode code) {
        return new Outcome<>(this, Set.of(code));
    }

    private Register<K, R> with(K id, R record) {
        Map<K, R> changed = new HashMap<>(records);
        changed.put(id, record);
        return new Register<>(Map.copyOf(changed), revision);
    }

    private Register<K, R> without(K id) {
        Map<K, R> changed = new HashMap<>(records);
        changed.remove(id);
        return new Register<>(Map.copyOf(changed), revision);
    }
}
