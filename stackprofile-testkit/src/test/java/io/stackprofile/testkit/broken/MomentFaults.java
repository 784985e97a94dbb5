package io.stackprofile.testkit.broken;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Mistakes that show only while calls overlap. */
final class MomentFaults {

    private MomentFaults() {}

    /** Long enough for another thread to come between. */
    static void dawdle() {
        LockSupport.parkNanos(200_000);
    }

    /** Looks at the revision, and writes afterwards whatever it is by then. */
    static Fault lookThenUpdateDraft() {
        return call -> {
            DraftStore drafts = (DraftStore) call.intact();
            DraftRecord changed = call.arg(1);
            long expected = call.<Long>arg(0);
            Optional<DraftRecord> current = drafts.find(changed.organisation(), changed.id());
            if (current.isEmpty() || current.get().revision() != expected) {
                return call.proceed();
            }
            dawdle();
            try {
                return call.proceed();
            } catch (ConflictException | NotFoundException lost) {
                return null;
            }
        };
    }

    /** The profile is written some time after its version. */
    static Map<String, Fault> appendInTwoSteps() {
        Map<Object, ProfileRecord> before = new ConcurrentHashMap<>();
        Fault append = call -> {
            ProfileStore profiles = (ProfileStore) call.intact();
            ProfileRecord changed = call.arg(2);
            profiles.find(changed.organisation(), ProfileKey.of(changed.id()))
                    .ifPresent(profile -> before.put(profile.id(), profile));
            try {
                Object answer = call.proceed();
                dawdle();
                return answer;
            } finally {
                before.remove(changed.id());
            }
        };
        Fault find = call -> {
            Optional<?> found = (Optional<?>) call.proceed();
            return found.map(profile -> before.getOrDefault(((ProfileRecord) profile).id(), (ProfileRecord) profile));
        };
        return Map.of("append", append, "find", find);
    }

    /** Answers with what it read a moment ago. */
    static Fault staleReads() {
        Map<Object, Object> last = new ConcurrentHashMap<>();
        AtomicLong calls = new AtomicLong();
        return call -> {
            Object asked = call.arg(1);
            Object now = call.proceed();
            Object before = last.put(asked, now);
            return before != null && calls.incrementAndGet() % 3 == 0 ? before : now;
        };
    }

    /** Counts afterwards, so that a reader between sees the record and not the count. */
    static Map<String, Fault> countsAfterwards() {
        AtomicLong counted = new AtomicLong();
        Fault create = call -> {
            Object answer = call.proceed();
            dawdle();
            counted.incrementAndGet();
            return answer;
        };
        Fault delete = call -> {
            long before = (Long) countOf(call);
            Object answer = call.proceed();
            dawdle();
            counted.addAndGet((Long) countOf(call) - before);
            return answer;
        };
        return Map.of("create", create, "delete", delete, "instanceCount", call -> counted.get());
    }

    private static Object countOf(Fault.Call call) {
        return ((InstantiationStore) call.intact())
                        .find(call.arg(0), call.arg(1))
                        .isPresent()
                ? 1L
                : 0L;
    }

    /** Deletes what it found, though it was changed since. */
    static Fault deleteWhateverTheRevision() {
        return call -> {
            ProfileStore profiles = (ProfileStore) call.intact();
            ProfileRecord last = call.arg(1);
            dawdle();
            while (true) {
                Optional<ProfileRecord> now = profiles.find(last.organisation(), ProfileKey.of(last.id()));
                if (now.isEmpty()) {
                    return call.proceed();
                }
                try {
                    return call.with(now.get().revision(), StoreFaults.after(now.get()));
                } catch (ConflictException changedSince) {
                    dawdle();
                }
            }
        };
    }

    /** Sweeps by the times it read when it started: what was put again since goes too. */
    static Fault sweepWhatWasOld() {
        return call -> {
            dawdle();
            return call.with(call.arg(0), Instant.MAX);
        };
    }

    /** Counts a deletion that was refused. */
    static Map<String, Fault> countRefusedDeletions() {
        AtomicLong lost = new AtomicLong();
        Fault delete = call -> {
            dawdle();
            try {
                return call.proceed();
            } catch (ConflictException refused) {
                lost.incrementAndGet();
                throw refused;
            }
        };
        return Map.of("delete", delete, "instanceCount", call -> (Long) call.proceed() - lost.get());
    }
}
