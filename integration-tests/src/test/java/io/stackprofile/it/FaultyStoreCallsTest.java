package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.testkit.fault.FaultPlan;
import io.stackprofile.testkit.fault.FaultyStore;
import io.stackprofile.testkit.fault.StoreFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call that is made until it succeeds leaves one effect and nothing else, whichever call of the store goes wrong. */
class FaultyStoreCallsTest extends OverEachStore {

    /** What is left when nothing goes wrong. */
    private Map<String, Object> intact(RetriedCall call) {
        try (World intact = new World(kind.open(folder))) {
            call.prepared(intact).run();
            return Effects.of(intact);
        }
    }

    /** Lets the {@code n}th call of the store go wrong; what that left, or nothing when there are no {@code n} calls. */
    private List<String> differences(RetriedCall call, StoreFault fault, int n, Map<String, Object> expected) {
        FaultyStore store = FaultyStore.around(kind.open(folder));
        try (World faulty = new World(store)) {
            Runnable prepared = call.prepared(faulty);
            store.plan(FaultPlan.nth(n, fault));
            call.until(prepared, store::heal);
            List<String> differences = new ArrayList<>();
            Effects.of(faulty).forEach((what, is) -> {
                if (!is.equals(expected.get(what))) {
                    differences.add(
                            call + ", " + store.happened() + ": " + what + " is " + is + ", not " + expected.get(what));
                }
            });
            return store.happened().isEmpty() ? List.of("done") : differences;
        } catch (RuntimeException failure) {
            return List.of(call + ", " + store.happened() + ": " + failure);
        }
    }

    private void leavesOneEffect(StoreFault fault) {
        List<String> differences = new ArrayList<>();
        for (RetriedCall call : RetriedCall.values()) {
            Map<String, Object> expected = intact(call);
            List<String> of = List.of();
            for (int n = 0; !of.equals(List.of("done")); n++) {
                of = differences(call, fault, n, expected);
                if (!of.equals(List.of("done"))) {
                    differences.addAll(of);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void aLostAnswerLeavesOneEffect() {
        leavesOneEffect(StoreFault.LOST_ANSWER);
    }

    @Test
    void aDuplicateLeavesOneEffect() {
        leavesOneEffect(StoreFault.DUPLICATE);
    }

    /** What never reaches a store is the same for every store. */
    private void leavesOneEffectInMemory(StoreFault fault) {
        assumeTrue(kind == StoreKind.MEMORY, fault + " does not depend on the store: it runs over the one in memory");
        leavesOneEffect(fault);
    }

    @Test
    void aLostCallLeavesOneEffect() {
        leavesOneEffectInMemory(StoreFault.LOST_CALL);
    }

    @Test
    void aTornBatchLeavesOneEffect() {
        leavesOneEffect(StoreFault.TORN_BATCH);
    }

    @Test
    void aFailureLeavesOneEffect() {
        leavesOneEffectInMemory(StoreFault.FAILURE_BEFORE);
    }

    @Test
    void whatWasReadTooEarlyIsNeverWrittenOver() {
        FaultyStore store = FaultyStore.around(kind.open(folder));
        try (World faulty = new World(store)) {
            ProfileVersion version = faulty.capture("shop");
            faulty.profile(version);
            faulty.acme().profiles().share(version.profileId(), 1, "globex");
            store.plan(FaultPlan.on("ProfileStore.find", StoreFault.STALE_READ));

            assertFails(
                    ErrorCode.STALE_REVISION, () -> faulty.acme().profiles().share(version.profileId(), 1, "initech"));

            store.heal();
            assertThat(faulty.profile(version).sharedWith()).containsExactly("globex");
        }
    }
}
