package io.stackprofile.testkit.broken;

import io.stackprofile.Digest;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes of a store as a whole. */
final class WholeFaults {

    private WholeFaults() {}

    /** Does not notice that it was closed. */
    static StackProfileStore neverClosed() {
        InMemoryStore store = new InMemoryStore();
        Fault still = call -> call.method().invoke(store.reopened().drafts(), call.args());
        return new BrokenStore(store, Map.of("DraftStore.find", still));
    }

    /** Says in a cause what it refused. */
    static Fault tellingCause() {
        return call -> {
            try {
                return call.proceed();
            } catch (ConflictException refused) {
                refused.initCause(new IllegalStateException(
                        "duplicate row " + call.<DraftRecord>arg(0).document()));
                throw refused;
            }
        };
    }

    /** Names what it refused by all of its words. */
    static Fault tellingMessage() {
        return call -> {
            try {
                return call.proceed();
            } catch (ConflictException refused) {
                ProfileRecord changed = call.arg(1);
                throw new ConflictException(refused.code(), "no room for " + changed.tags(), "Read it again.");
            }
        };
    }

    /** Every failure is one of the store. */
    static Fault oneCode() {
        return call -> {
            try {
                return call.proceed();
            } catch (NotFoundException missing) {
                throw new StoreException("no row was changed", "Try again.");
            }
        };
    }

    /** Removes before it looks at the revision. */
    static Fault removeFirst() {
        return call -> {
            InstantiationStore intact = (InstantiationStore) call.intact();
            intact.find(call.arg(0), call.arg(1))
                    .ifPresent(found -> intact.delete(found.organisation(), found.id(), found.revision()));
            throw new ConflictException(ErrorCode.STALE_REVISION, "it is at another revision", "Read it again.");
        };
    }

    /** Keeps a thousand contents of a call. */
    static Fault aThousandAtMost() {
        return call -> {
            Map<Digest, String> first = new HashMap<>();
            call.<Map<Digest, String>>arg(1).forEach((digest, text) -> {
                if (first.size() < 1_000) {
                    first.put(digest, text);
                }
            });
            return call.with(call.arg(0), first, call.arg(2));
        };
    }

    /** Looks names up by their first hundred characters, as an index of a prefix does. */
    static Fault cutNames() {
        Map<String, Object> byPrefix = new ConcurrentHashMap<>();
        return call -> {
            Optional<?> found = (Optional<?>) call.proceed();
            if (!(call.arg(1) instanceof ProfileKey.ByName byName)) {
                return found;
            }
            String prefix =
                    byName.name().substring(0, Math.min(100, byName.name().length()));
            found.ifPresent(profile -> byPrefix.put(prefix, profile));
            return Optional.ofNullable(byPrefix.get(prefix));
        };
    }

    /** Reads another organisation's, whoever asks. */
    static Fault asAcme() {
        return call -> call.withFirst("acme");
    }

    /** Answers from what this store object read before. */
    static Fault ownCache() {
        Map<Object, Object> cached = new ConcurrentHashMap<>();
        return call -> {
            Object known = cached.get(call.arg(1));
            Object answer = known == null ? call.proceed() : known;
            if (((Optional<?>) answer).isPresent()) {
                cached.put(call.arg(1), answer);
            }
            return answer;
        };
    }
}
