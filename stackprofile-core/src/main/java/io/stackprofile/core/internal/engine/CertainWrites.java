package io.stackprofile.core.internal.engine;

import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes of records that have an id or a revision of their own, and finds out what became of one that got no answer: the
 * record is there as it was written, or the write is made once more. So a caller, who knows neither the id nor the
 * revision, seldom has to.
 */
final class CertainWrites {

    private final StackProfileStore store;

    CertainWrites(StackProfileStore store) {
        this.store = store;
    }

    void create(DraftRecord draft) {
        settle(() -> store.drafts().create(draft), () -> isThere(draft));
    }

    void update(long expectedRevision, DraftRecord changed) {
        settle(() -> store.drafts().update(expectedRevision, changed), () -> isThere(changed));
    }

    /** Removes a draft that is as it was read. */
    void deleteUnchanged(DraftRecord read) {
        settle(
                () -> store.drafts().deleteUnchanged(read.organisation(), read.id(), read.revision()),
                () -> store.drafts().find(read.organisation(), read.id()).isEmpty());
    }

    void create(SuggestionRecord suggestion) {
        settle(() -> store.suggestions().create(suggestion), () -> isThere(suggestion));
    }

    void update(long expectedRevision, SuggestionRecord changed) {
        settle(() -> store.suggestions().update(expectedRevision, changed), () -> isThere(changed));
    }

    void create(InstantiationRecord instance) {
        settle(() -> store.instantiations().create(instance), () -> isThere(instance));
    }

    void update(long expectedRevision, InstantiationRecord changed) {
        settle(() -> store.instantiations().update(expectedRevision, changed), () -> isThere(changed));
    }

    void delete(InstantiationRecord read) {
        settle(
                () -> store.instantiations().delete(read.organisation(), read.id(), read.revision()),
                () -> store.instantiations()
                        .find(read.organisation(), read.id())
                        .isEmpty());
    }

    ProfileRecord update(long expectedRevision, ProfileRecord changed) {
        settle(() -> store.profiles().update(expectedRevision, changed), () -> isThere(changed));
        return changed;
    }

    ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation) {
        settle(
                () -> store.profiles().deprecate(expectedRevision, changed, version, deprecation),
                () -> isThere(changed));
        return changed;
    }

    void delete(long expectedRevision, ProfileRecord last) {
        settle(() -> store.profiles().delete(expectedRevision, last), () -> isTold(last));
    }

    private boolean isThere(DraftRecord draft) {
        return store.drafts().find(draft.organisation(), draft.id()).equals(Optional.of(draft));
    }

    private boolean isThere(SuggestionRecord suggestion) {
        return store.suggestions()
                .find(suggestion.organisation(), suggestion.id())
                .equals(Optional.of(suggestion));
    }

    private boolean isThere(InstantiationRecord instance) {
        return store.instantiations()
                .find(instance.organisation(), instance.id())
                .equals(Optional.of(instance));
    }

    /** Its history says that the revision is this one, whatever came after it; and the profile says no other. */
    private boolean isThere(ProfileRecord profile) {
        return isTold(profile)
                && store.profiles()
                        .find(profile.organisation(), ProfileKey.of(profile.id()))
                        .filter(found -> found.revision() == profile.revision())
                        .map(profile::equals)
                        .orElse(true);
    }

    /** Whether it was this write that made the revision: another's has another entry. */
    private boolean isTold(ProfileRecord profile) {
        return store.history()
                .find(profile.organisation(), profile.id(), profile.revision())
                .equals(Optional.of(HistoryRecord.of(profile)));
    }

    private static void settle(Runnable write, BooleanSupplier done) {
        try {
            write.run();
        } catch (OutcomeUnknownException unanswered) {
            try {
                if (!done.getAsBoolean()) {
                    write.run();
                }
            } catch (StackProfileException again) {
                requireDone(done, unanswered, again);
            }
        }
    }

    /** A refusal of the second write may be about the first one, which came late; or about another writer's. */
    private static void requireDone(
            BooleanSupplier done, OutcomeUnknownException unanswered, StackProfileException again) {
        boolean isDone = false;
        try {
            isDone = done.getAsBoolean();
        } catch (StackProfileException unreadable) {
            unanswered.addSuppressed(unreadable);
        }
        if (!isDone) {
            unanswered.addSuppressed(again);
            throw unanswered;
        }
    }
}
