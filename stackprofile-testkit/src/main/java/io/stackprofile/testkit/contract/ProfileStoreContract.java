package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.VersionRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves a {@link ProfileStore}: what is written is read, conditions hold, repeats are recognised, tenants are apart. */
public abstract class ProfileStoreContract extends ProfileStoreFidelity {

    /** For subclasses. */
    protected ProfileStoreContract() {}

    @Test
    @Clause("PS-1")
    public void required_PS1_createStoresProfileAndFirstVersion() {
        ProfileRecord profile = records.profile(Traits.of(ACME, "platform"));
        VersionRecord first = records.version(1);
        String check = "PS-1: create stores the profile and its version in one transaction and returns the profile";
        assertEquals(profile, profiles().create("k", profile, first), check);
        assertUntouched(profile, check);
        assertEquals(Optional.of(first), profiles().version(ACME, profile.id(), 1), check);
        assertEquals(Optional.empty(), profiles().version(ACME, profile.id(), 2), check);
    }

    @Test
    @Clause("PS-1")
    public void required_PS1_aRefusedCreateStoresNeither() {
        create(ACME, "platform");
        ProfileRecord second = records.profile(Traits.of(ACME, "platform"));
        String check = "PS-1: a refused create leaves neither profile nor version; roll both back";
        assertFails(ErrorCode.NAME_TAKEN, () -> profiles().create("k", second, records.version(1)), check);
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of(second.id())), check);
        assertEquals(Optional.empty(), profiles().version(ACME, second.id(), 1), check);
        assertEquals(List.of(), profiles().versions(ACME, second.id()), check);
    }

    @Test
    @Clause("PS-2")
    public void required_PS2_createRefusesATakenName() {
        ProfileRecord first = create(ACME, "platform");
        String check = "PS-2: a name is unique within its organisation; a unique index on (organisation, name)";
        assertFails(ErrorCode.NAME_TAKEN, () -> create(ACME, "platform"), check);
        assertUntouched(first, check);
    }

    @Test
    @Clause("PS-2")
    public void required_PS2_namesAreComparedExactly() {
        String check = "PS-2: names that differ in case, white space or Unicode form are different names; check the"
                + " collation";
        for (String name : HardTexts.LOOKALIKES) {
            ProfileRecord created = create(ACME, name);
            assertEquals(Optional.of(created), profiles().find(ACME, ProfileKey.of(name)), check);
        }
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of("PLATFORM")), check);
    }

    @Test
    @Clause("PS-2")
    public void required_PS2_ofConcurrentCreatesOfOneNameOneSucceeds() {
        String check = "PS-2: of concurrent creates of one name one succeeds; let a unique index decide, not a look-up";
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "platform-" + round;
            ProfileRecord winner = Race.oneWins(ErrorCode.NAME_TAKEN, check, runner -> create(Traits.of(ACME, name)));
            assertUntouched(winner, check);
        }
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_appendStoresVersionAndProfile() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two = append(one);
        ProfileRecord three = append(two);
        String check = "PS-3: append stores the version and the changed profile together";
        assertUntouched(three, check);
        assertEquals(Optional.of(records.version(2)), profiles().version(ACME, one.id(), 2), check);
        assertEquals(Optional.of(records.version(3)), profiles().version(ACME, one.id(), 3), check);
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_appendRejectsAStaleRevision() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two = append(one);
        ProfileRecord stale = records.appended(one);
        String check = "PS-3: append compares expectedRevision with the stored one in the transaction that writes";
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().append("k", 1, stale, records.version(2)), check);
        assertUntouched(two, check);
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_appendRejectsANumberOutOfTurn() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord afterNext = records.appended(records.appended(one));
        ProfileRecord changed = Copies.withRevision(afterNext, 2);
        String check = "PS-3: a version is stored only as the next number, without gaps";
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().append("k", 1, changed, records.version(3)), check);
        assertUntouched(one, check);
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_appendToAMissingProfileIsNotFound() {
        ProfileRecord never = records.appended(records.profile(Traits.of(ACME, "never")));
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> profiles().append("k", 1, never, records.version(2)),
                "PS-3: append to a profile that does not exist is NOT_FOUND");
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_ofConcurrentAppendsOneSucceeds() {
        ProfileRecord before = create(ACME, "platform");
        String check = "PS-3: of concurrent appends on one revision one succeeds; update ... where revision = ?, and"
                + " look at the number of rows";
        for (int round = 0; round < Race.ROUNDS; round++) {
            ProfileRecord at = before;
            before = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> appendAs(at, runner));
            assertUntouched(before, check);
        }
    }

    private ProfileRecord appendAs(ProfileRecord at, int runner) {
        ProfileRecord after = records.appended(at);
        String key = "append-" + at.revision() + "-by-" + runner;
        return profiles().append(key, at.revision(), after, records.version(after.latestVersion()));
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_updateReplacesMetadataAndKeepsVersions() {
        ProfileRecord before = append(create(Traits.of(ACME, "platform").tags("a", "b")));
        ProfileRecord after = records.changed(
                before, Traits.of(ACME, "base").description("The base").category("infra"));
        String check = "PS-5: update replaces every field of the metadata and returns it; versions stay";
        assertEquals(after, profiles().update(2, after), check);
        assertUntouched(after, check);
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_updateRejectsAStaleRevision() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two =
                profiles().update(1, records.changed(one, Traits.of(one).category("infra")));
        ProfileRecord stale = records.changed(one, Traits.of(one).category("apps"));
        String check = "PS-5: update compares expectedRevision with the stored one in the transaction that writes";
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().update(1, stale), check);
        assertUntouched(two, check);
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_ofConcurrentUpdatesOneSucceeds() {
        ProfileRecord before = create(ACME, "platform");
        String check = "PS-5: of concurrent updates on one revision one succeeds, and nothing is lost";
        for (int round = 0; round < Race.ROUNDS; round++) {
            ProfileRecord at = before;
            before = Race.oneWins(
                    ErrorCode.STALE_REVISION,
                    check,
                    runner -> profiles()
                            .update(
                                    at.revision(),
                                    records.changed(at, Traits.of(at).category("by-" + runner))));
            assertUntouched(before, check);
        }
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_renameToATakenNameIsRefused() {
        create(ACME, "platform");
        ProfileRecord other = create(ACME, "base");
        ProfileRecord renamed = records.changed(other, Traits.of(ACME, "platform"));
        String check = "PS-5: a rename to a name of another profile is NAME_TAKEN and changes nothing";
        assertFails(ErrorCode.NAME_TAKEN, () -> profiles().update(1, renamed), check);
        assertUntouched(other, check);
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_renameFreesTheOldName() {
        ProfileRecord before = create(ACME, "platform");
        ProfileRecord renamed = profiles().update(1, records.changed(before, Traits.of(ACME, "base")));
        String check = "PS-5: after a rename the old name finds nothing and is free";
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of("platform")), check);
        ProfileRecord successor = create(ACME, "platform");
        assertUntouched(successor, check);
        assertUntouched(renamed, check);
    }

    @Test
    @Clause("PS-6")
    public void required_PS6_deleteRemovesEverythingAndFreesTheName() {
        ProfileRecord before = append(create(ACME, "platform"));
        delete(before);
        String check = "PS-6: delete removes the profile with every version";
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of(before.id())), check);
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of("platform")), check);
        assertEquals(Optional.empty(), profiles().version(ACME, before.id(), 1), check);
        assertEquals(List.of(), profiles().versions(ACME, before.id()), check);
        assertUntouched(
                create(ACME, "platform"), "PS-6: delete frees the name, for a profile with versions of its own");
    }

    @Test
    @Clause("PS-6")
    public void required_PS6_deleteOfAMissingOrStaleProfileIsRefused() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two = append(one);
        String check = "PS-6: delete is conditional on the revision, and a missing profile is NOT_FOUND";
        assertFails(ErrorCode.STALE_REVISION, () -> delete(one), check);
        assertUntouched(two, check);
        delete(two);
        assertFails(ErrorCode.NOT_FOUND, () -> delete(two), check);
    }
}
