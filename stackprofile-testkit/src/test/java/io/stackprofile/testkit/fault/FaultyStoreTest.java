package io.stackprofile.testkit.fault;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.TextDigest;
import io.stackprofile.testkit.contract.StackProfileStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaultyStoreTest {

    private static final String CANARY = "Jk4-canary-Pz8-of-a-draft";

    private final InMemoryStore intact = new InMemoryStore();
    private final FaultyStore store = FaultyStore.around(intact);
    private final DraftId id = new DraftId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    /** Without a plan it keeps every clause. */
    @Nested
    class WithoutAPlan extends StackProfileStoreContract {

        @Override
        protected StackProfileStore openStore() {
            return FaultyStore.around(new InMemoryStore());
        }
    }

    private DraftRecord draft(long revision) {
        return DraftRecord.builder()
                .id(id)
                .organisation("acme")
                .revision(revision)
                .name("shop")
                .createdAt(Instant.EPOCH)
                .createdBy("alice")
                .updatedAt(Instant.EPOCH)
                .updatedBy("alice")
                .document("{\"revision\": " + revision + ", \"text\": \"" + CANARY + "\"}")
                .build();
    }

    @Test
    void aLostAnswerIsDoneAndNobodyKnows() {
        store.plan(FaultPlan.nth(0, StoreFault.LOST_ANSWER));

        StackProfileException lost =
                assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> store.drafts().create(draft(1)));

        assertAbsent(lost, List.of(CANARY));
        assertThat(store.drafts().find("acme", id)).contains(draft(1));
        assertThat(store.happened()).containsExactly("DraftStore.create: LOST_ANSWER");
    }

    @Test
    void anArchiveGoesWrongAsEveryRoleDoes() {
        StoreArchive archive = store.archive().orElseThrow();
        store.plan(FaultPlan.on("StoreArchive.restore", StoreFault.LOST_ANSWER));

        StackProfileException lost =
                assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> archive.restore(List.of(new StoredItem.Draft(draft(1)))));

        assertAbsent(lost, List.of(CANARY));
        assertThat(intact.drafts().find("acme", id)).contains(draft(1));
    }

    @Test
    void aRefusalIsNotLost() {
        store.drafts().create(draft(1));
        store.plan(FaultPlan.nth(0, StoreFault.LOST_ANSWER));

        assertFails(ErrorCode.STALE_REVISION, () -> store.drafts().update(7, draft(8)));
    }

    @Test
    void whatFailsBeforeOrIsLostOnItsWayIsNotDone() {
        store.plan(FaultPlan.on("DraftStore.create", StoreFault.FAILURE_BEFORE));
        StackProfileException failed =
                assertFails(ErrorCode.STORE_FAILED, () -> store.drafts().create(draft(1)));
        store.plan(FaultPlan.on("DraftStore.create", StoreFault.LOST_CALL));
        StackProfileException lost =
                assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> store.drafts().create(draft(1)));

        assertAbsent(failed, List.of(CANARY));
        assertAbsent(lost, List.of(CANARY));
        assertThat(store.heal().drafts().find("acme", id)).isEmpty();
    }

    @Test
    void aDuplicateArrivesTwiceAndTheFirstAnswerCounts() {
        store.plan(FaultPlan.on("DraftStore.update", StoreFault.DUPLICATE));
        store.drafts().create(draft(1));

        store.drafts().update(1, draft(2));

        assertThat(intact.drafts().find("acme", id)).contains(draft(2));
    }

    @Test
    void aStaleReadAnswersWhatItAnsweredBefore() {
        store.drafts().create(draft(1));
        store.drafts().find("acme", id);
        store.drafts().update(1, draft(2));
        store.plan(FaultPlan.nth(0, StoreFault.STALE_READ));

        assertThat(store.drafts().find("acme", id)).contains(draft(1));
        assertThat(store.drafts().find("acme", id)).contains(draft(2));
    }

    @Test
    void aTornBatchIsKeptInPart() {
        Map<Digest, String> texts = new LinkedHashMap<>();
        List.of("a", "b", CANARY, "d").forEach(text -> texts.put(TextDigest.of(text), text));
        store.plan(FaultPlan.nth(0, StoreFault.TORN_BATCH));

        StackProfileException torn =
                assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> store.contents().putAll("acme", texts, Instant.EPOCH));

        assertAbsent(torn, List.of(CANARY));
        assertThat(intact.contents().getAll("acme", texts.keySet())).hasSize(2);
    }

    @Test
    void latencyIsAddedToTheCall() {
        store.latency(Duration.ofMillis(20)).plan(FaultPlan.nth(0, StoreFault.LATENCY));
        long start = System.nanoTime();

        assertThat(store.drafts().find("acme", id)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void oneSeedGivesOneSeriesOfFaults() {
        List<String> first = run(42);

        assertThat(first).isNotEmpty().hasSizeLessThan(100).isEqualTo(run(42)).isNotEqualTo(run(43));
    }

    private static List<String> run(long seed) {
        FaultyStore store = FaultyStore.around(new InMemoryStore())
                .plan(FaultPlan.seeded(seed, 0.2, StoreFault.FAILURE_BEFORE, StoreFault.DUPLICATE));
        for (int i = 0; i < 100; i++) {
            DraftId id = new DraftId(new UUID(0x7000, Long.MIN_VALUE | i));
            try {
                store.drafts().delete("acme", id);
                store.drafts().find("acme", id);
            } catch (StoreException planned) {
                assertThat(planned.code()).isEqualTo(ErrorCode.STORE_FAILED);
            }
        }
        return store.happened();
    }

    @Test
    void somethingMayHappenBesideACallOnce() {
        store.before("DraftStore.create", () -> intact.drafts().create(draft(1)));
        assertFails(ErrorCode.STALE_REVISION, () -> store.drafts().create(draft(1)));
        store.after("DraftStore.delete", () -> intact.drafts().create(draft(1)));

        store.drafts().delete("acme", id);

        assertThat(store.drafts().find("acme", id)).contains(draft(1));
    }

    @Test
    void aFaultThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> FaultPlan.on("DraftStore.find", StoreFault.LOST_ANSWER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DraftStore.find cannot go wrong by LOST_ANSWER");
    }
}
