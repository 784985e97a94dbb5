package io.stackprofile.testkit.broken;

import io.stackprofile.PageRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.testkit.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Mistakes of writes that reach further than their record: a condition is missing in the statement. */
final class ReachFaults {

    private ReachFaults() {}

    /** A change of one profile, and what the store does besides. */
    private interface Besides {
        void on(StackProfileStore store, Fault.Call call, ProfileRecord changed);
    }

    private static StackProfileStore profiles(String method, int changed, Besides besides) {
        StackProfileStore store = new InMemoryStore();
        return new BrokenStore(store, Map.of("ProfileStore." + method, call -> {
            Object answer = call.proceed();
            besides.on(store, call, call.arg(changed));
            return answer;
        }));
    }

    private static List<ProfileRecord> all(StackProfileStore store, Predicate<ProfileRecord> wanted) {
        return List.of("acme", "acme-globex").stream()
                .flatMap(organisation -> store
                        .catalogue()
                        .page(ProfileFilter.builder().organisation(organisation).build(), PageRequest.first(500))
                        .items()
                        .stream())
                .filter(wanted)
                .toList();
    }

    private static void delete(StackProfileStore store, ProfileRecord profile) {
        store.profiles().delete(profile.revision(), StoreFaults.after(profile));
    }

    /** {@code delete ... where name = ?}. */
    static StackProfileStore deletesByName() {
        return profiles(
                "delete",
                1,
                (store, call, last) ->
                        all(store, other -> other.name().equals(last.name())).forEach(other -> delete(store, other)));
    }

    /** {@code delete ... where organisation = ? and revision = ?}. */
    static StackProfileStore deletesByRevision() {
        return profiles(
                "delete",
                1,
                (store, call, last) -> all(
                                store,
                                other -> other.organisation().equals(last.organisation())
                                        && other.revision() == last.revision() - 1)
                        .forEach(other -> delete(store, other)));
    }

    /** A foreign key of drafts that cascades. */
    static StackProfileStore cascadesToDrafts() {
        return profiles(
                "delete",
                1,
                (store, call, last) -> store.drafts().page(last.organisation(), PageRequest.first(500)).items().stream()
                        .filter(draft -> draft.profile().equals(Optional.of(last.id())))
                        .forEach(draft -> store.drafts().delete(draft.organisation(), draft.id())));
    }

    /** A foreign key of instances that cascades. */
    static StackProfileStore cascadesToInstances() {
        return profiles(
                "delete",
                1,
                (store, call, last) -> store.instantiations()
                        .page(last.organisation(), last.id(), OptionalInt.empty(), PageRequest.first(500))
                        .items()
                        .forEach(instance -> store.instantiations()
                                .delete(instance.organisation(), instance.id(), instance.revision())));
    }

    /** {@code update ... where organisation = ? and revision = ?}, without the id. */
    static StackProfileStore updatesByRevision() {
        return profiles(
                "update",
                1,
                (store, call, changed) -> all(
                                store,
                                other -> other.organisation().equals(changed.organisation())
                                        && other.revision() == changed.revision() - 1)
                        .forEach(other -> store.profiles().update(other.revision(), StoreFaults.after(other))));
    }

    /** {@code update version ... where number = ?}, without the profile. */
    static StackProfileStore deprecatesByNumber() {
        return profiles("deprecate", 1, (store, call, changed) -> {
            int number = call.<Integer>arg(2);
            Optional<Deprecation> why = call.arg(3);
            all(store, other -> !other.id().equals(changed.id()) && other.latestVersion() >= number)
                    .forEach(other ->
                            store.profiles().deprecate(other.revision(), StoreFaults.after(other), number, why));
        });
    }

    /** {@code update draft ... where organisation = ? and revision = ?}, without the id. */
    static StackProfileStore editsEveryDraft() {
        StackProfileStore store = new InMemoryStore();
        return new BrokenStore(store, Map.of("DraftStore.update", call -> {
            Object answer = call.proceed();
            DraftRecord changed = call.arg(1);
            long expected = call.<Long>arg(0);
            store.drafts().page(changed.organisation(), PageRequest.first(500)).items().stream()
                    .filter(draft -> draft.revision() == expected)
                    .forEach(draft ->
                            store.drafts().update(expected, Copied.with(DraftRecord.class, changed, "id", draft.id())));
            return answer;
        }));
    }

    /** {@code update suggestion ... where profile = ? and revision = ?}, without the id. */
    static StackProfileStore answersEverySuggestion() {
        StackProfileStore store = new InMemoryStore();
        return new BrokenStore(store, Map.of("SuggestionStore.update", call -> {
            Object answer = call.proceed();
            SuggestionRecord changed = call.arg(1);
            long expected = call.<Long>arg(0);
            store.suggestions().received(changed.owner(), changed.profileId(), PageRequest.first(500)).items().stream()
                    .filter(other ->
                            other.revision() == expected && other.organisation().equals(changed.organisation()))
                    .forEach(other -> store.suggestions()
                            .update(expected, Copied.with(SuggestionRecord.class, changed, "id", other.id())));
            return answer;
        }));
    }
}
