package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Proves what a {@link StackProfileStore} promises as a whole: one call after another, closing and opening, limits,
 * tenants, and failures that repeat nothing.
 */
public abstract class WholeStoreContract extends StoreLimits {

    /** For subclasses. */
    protected WholeStoreContract() {}

    @Test
    @Clause("ST-2")
    public void required_ST2_aClosedStoreSaysSo() {
        Written written = write(ACME, "platform");
        List<StoreCalls.Named> calls = StoreCalls.by(ACME, store(), records, written);
        store().close();
        String check = "ST-2: a call after close is STORE_FAILED and says what to do; look at a flag before each call";
        for (StoreCalls.Named call : calls) {
            assertFails(ErrorCode.STORE_FAILED, call.call()::get, check + " (" + call.method() + ")");
        }
        store().close();
    }

    @Test
    @Clause("ST-3")
    public void required_ST3_noFailureRepeatsARecordsTexts() {
        Written written = write(ACME, "platform");
        for (Refusals.Refused refused : Refusals.of(store(), records, written)) {
            StackProfileException failure = assertThrows(
                    StackProfileException.class,
                    refused.call()::run,
                    "ST-4: " + refused.what() + " should have been refused");
            assertAbsent("ST-3: the refusal of " + refused.what(), trace(failure), List.of(CANARY));
        }
    }

    private static String trace(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            all.append(at).append('\n');
            for (Throwable beside : at.getSuppressed()) {
                all.append(beside).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    @Clause("ST-4")
    public void required_ST4_aRefusalHasItsCodeAndChangesNothing() {
        Written written = write(ACME, "platform");
        Map<String, Object> before = read(store(), written);
        for (Refusals.Refused refused : Refusals.of(store(), records, written)) {
            String check = "ST-4: " + refused.what() + " is " + refused.code() + " and changes nothing";
            assertFails(refused.code(), refused.call()::run, check);
            assertSame(before, read(store(), written), check);
        }
    }

    @Test
    @Clause("ST-5")
    public void required_ST5_whatWasAcknowledgedIsThereWhenOpenedAgain() {
        String check =
                "ST-5: everything acknowledged is there after close and open; force the medium (fsync of file and"
                        + " directory, synchronous commit) before you return";
        List<Written> all = List.of(write(ACME, "platform"), write(ACME, "other"), write(HOOLI, "platform"));
        List<Map<String, Object>> before = new ArrayList<>();
        all.forEach(written -> before.add(read(store(), written)));
        store().close();
        StackProfileStore again = reopened("ST-5");
        try (again) {
            for (int i = 0; i < all.size(); i++) {
                assertSame(before.get(i), read(again, all.get(i)), check);
            }
        }
    }

    @Test
    @Clause("ST-5")
    public void required_ST5_whatWasRefusedOrRemovedStaysGone() {
        Written written = write(ACME, "platform");
        ProfileRecord gone = create(ACME, "gone");
        delete(gone);
        store().drafts().delete(ACME, written.draft().id());
        ProfileRecord repeat = records.profile(Traits.of(ACME, "repeat"));
        store().profiles().create("key", repeat, records.version(1));
        store().close();
        String check = "ST-5: removals and request keys are kept as records are";
        StackProfileStore again = reopened("ST-5");
        try (again) {
            assertEquals(Optional.empty(), again.profiles().find(ACME, ProfileKey.of("gone")), check);
            assertEquals(
                    Optional.empty(), again.drafts().find(ACME, written.draft().id()), check);
            ProfileRecord other = records.profile(Traits.of(ACME, "repeat"));
            assertEquals(repeat, again.profiles().create("key", other, records.version(1)), check);
            DraftRecord stale = records.changed(written.draft(), "{}", Set.of());
            assertFails(ErrorCode.NOT_FOUND, () -> again.drafts().update(1, stale), check);
        }
    }

    @Test
    @Clause("ST-6")
    public void required_ST6_aSecondStoreSeesWhatTheFirstAcknowledged() {
        String check =
                "ST-6: two stores over one medium see each other's acknowledged writes at once; keep no cache that"
                        + " the other does not know of";
        StackProfileStore other = beside("ST-6");
        try (other) {
            assertNotSame(store(), other, "ST-6: openBeside() opens a store of its own");
            Written written = write(ACME, "platform");
            Map<String, Object> mine = read(store(), written);
            assertSame(mine, read(other, written), check);
            ProfileRecord two = written.profile();
            assertEquals(Optional.of(two), other.profiles().find(ACME, ProfileKey.of(two.id())), check);
            ProfileRecord renamed = records.changed(two, Traits.of(ACME, "renamed"));
            other.profiles().update(two.revision(), renamed);
            assertEquals(Optional.of(renamed), profiles().find(ACME, ProfileKey.of(two.id())), check);
            assertFails(ErrorCode.STALE_REVISION, () -> profiles().update(two.revision(), renamed), check);
            ProfileRecord again = records.changed(renamed, Traits.of(ACME, "again"));
            profiles().update(renamed.revision(), again);
            assertEquals(Optional.of(again), other.profiles().find(ACME, ProfileKey.of(two.id())), check);
        }
    }

    @Test
    @Clause("ST-6")
    public void required_ST6_conditionsHoldOverBoth() {
        String check = "ST-6: of concurrent writes through two stores on one revision one succeeds; the condition must"
                + " be the medium's, not a lock in this process";
        StackProfileStore other = beside("ST-6");
        try (other) {
            ProfileRecord last = create(ACME, "platform");
            for (int round = 0; round < Race.ROUNDS; round++) {
                ProfileRecord at = last;
                last = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> {
                    StackProfileStore through = runner % 2 == 0 ? store() : other;
                    Traits traits = Traits.of(at).category("by-" + runner);
                    return through.profiles().update(at.revision(), records.changed(at, traits));
                });
                assertUntouched(last, check);
            }
        }
    }

    @Test
    @Clause("ST-8")
    public void required_ST8_noMethodReachesAnotherOrganisation() {
        Written written = write(ACME, "platform");
        write(ACME, "second");
        writeAgain(written);
        TenantProbes probes = new TenantProbes(store(), records, written);
        assertEquals(
                StoreCalls.methods(),
                probes.methods(),
                "ST-8: every method of a role is probed from another organisation; list the new one in TenantProbes");
        for (TenantProbes.Probe probe : probes.all()) {
            String check = "ST-8: " + probe.method() + " gives another organisation nothing and changes nothing of"
                    + " this one's; the organisation belongs into every condition and every key";
            Map<String, Object> before = read(store(), written);
            probe.assertNothing(check);
            assertSame(before, read(store(), written), check);
        }
    }
}
