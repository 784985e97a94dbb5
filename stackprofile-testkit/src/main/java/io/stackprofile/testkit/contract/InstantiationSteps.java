package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.InstantiationId;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The steps that tests of an {@link InstantiationStore} take. */
abstract class InstantiationSteps extends StoreContract {

    static final OptionalInt ALL = OptionalInt.empty();

    final ProfileId profile = new ProfileId(records.nextId());
    final ProfileId otherProfile = new ProfileId(records.nextId());

    final InstantiationStore instances() {
        return store().instantiations();
    }

    final InstantiationRecord create(String organisation, ProfileId of, int version, InstantiationStatus status) {
        InstantiationRecord instance = records.instance(organisation, of, version, status);
        instances().create(instance);
        return instance;
    }

    final InstantiationRecord drafted() {
        return create(ACME, profile, 1, InstantiationStatus.DRAFTED);
    }

    final InstantiationRecord update(InstantiationRecord before, int version, InstantiationStatus status) {
        InstantiationRecord after = records.changed(before, version, status);
        instances().update(before.revision(), after);
        return after;
    }

    final void assertKept(InstantiationRecord expected, String check) {
        Optional<InstantiationRecord> kept = Optional.of(expected);
        assertEquals(kept, instances().find(expected.organisation(), expected.id()), check);
        assertEquals(kept, instances().findByDraft(expected.organisation(), expected.draftId()), check);
    }

    final Listing<InstantiationRecord> listing(OptionalInt below) {
        return new Listing<>(
                "IS-4",
                records,
                id -> instances()
                        .create(records.instance(ACME, id, profile, 1, InstantiationStatus.DEPLOYED, "{}", Set.of())),
                id -> instances().delete(ACME, new InstantiationId(id), 1),
                request -> instances().page(ACME, profile, below, request),
                instance -> instance.id().value());
    }

    final List<InstantiationRecord> below(int version) {
        return instances()
                .page(ACME, profile, OptionalInt.of(version), PageRequest.first(500))
                .items();
    }

    final void assertCounted(String after) {
        for (int version = 1; version <= 5; version++) {
            assertEquals(
                    below(version).size(),
                    instances().outdatedCount(ACME, profile, version),
                    "IS-5: outdatedCount(below " + version + ") equals what page gives after " + after
                            + "; move the counts in the transaction of the record");
        }
    }
}
