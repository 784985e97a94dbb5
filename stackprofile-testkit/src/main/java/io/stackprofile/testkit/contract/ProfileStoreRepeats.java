package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** The part of {@link ProfileStoreContract} about repeated requests, [PS-4]: how a client finds out after a time-out. */
public abstract class ProfileStoreRepeats extends ProfileStoreDeprecations {

    private static final String REPEAT =
            "PS-4: a repeat changes nothing and returns what the first call returned; look the request key up first, in"
                    + " the transaction that writes, and keep the answer with it";

    /** For {@link ProfileStoreContract}. */
    ProfileStoreRepeats() {}

    private ProfileRecord createWith(String key, String organisation, String name) {
        return profiles().create(key, records.profile(Traits.of(organisation, name)), records.version(1));
    }

    private static void assertRepeats(ProfileRecord first, ThrowingSupplier<ProfileRecord> repeat, String check) {
        assertEquals(first, assertDoesNotThrow(repeat, check), check);
    }

    private List<ProfileRecord> all(String organisation) {
        Page<ProfileRecord> page = store().catalogue()
                .page(ProfileFilter.builder().organisation(organisation).build(), PageRequest.first(500));
        return page.items();
    }

    /** [PS-4]: the repeat carries a new id, as a client that lost the answer would send. */
    @Test
    @Clause("PS-4")
    public void required_PS4_aRepeatedCreateReturnsTheFirstResult() {
        ProfileRecord first = createWith("key-1", ACME, "platform");
        assertRepeats(first, () -> createWith("key-1", ACME, "platform"), REPEAT);
        assertRepeats(first, () -> createWith("key-1", ACME, "other-name"), REPEAT);
        assertEquals(List.of(first), all(ACME), REPEAT);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_aRepeatedAppendReturnsTheFirstResult() {
        ProfileRecord one = createWith("key-1", ACME, "platform");
        ProfileRecord two = records.appended(one);
        assertEquals(two, profiles().append("key-2", 1, two, records.version(2)), REPEAT);
        assertRepeats(two, () -> profiles().append("key-2", 1, two, records.version(2)), REPEAT);
        assertEquals(2, profiles().versions(ACME, one.id()).size(), REPEAT);
        assertEquals(Optional.of(two), profiles().find(ACME, ProfileKey.of("platform")), REPEAT);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_aRepeatIsRecognisedAfterLaterChanges() {
        ProfileRecord one = createWith("key-1", ACME, "platform");
        ProfileRecord two = profiles().append("key-2", 1, records.appended(one), records.version(2));
        ProfileRecord three = profiles().append("key-3", 2, records.appended(two), records.version(3));
        ProfileRecord four = profiles().update(3, records.changed(three, Traits.of(ACME, "renamed")));
        assertRepeats(one, () -> createWith("key-1", ACME, "platform"), REPEAT);
        assertRepeats(two, () -> profiles().append("key-2", 1, records.appended(one), records.version(2)), REPEAT);
        assertEquals(List.of(four), all(ACME), REPEAT);
        assertEquals(3, profiles().versions(ACME, one.id()).size(), REPEAT);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_aRepeatDoesNotBringADeletedProfileBack() {
        ProfileRecord one = createWith("key-1", ACME, "platform");
        delete(one);
        String check = "PS-4: request keys outlive the profile, else a late repeat brings a deleted profile back";
        assertEquals(one.id(), createWith("key-1", ACME, "platform").id(), check);
        assertEquals(List.of(), all(ACME), check);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_theAnswerForgetsTheTextsOfADeletedProfile() {
        Traits wordy = Traits.of(ACME, "platform")
                .description("What we run")
                .category("infra")
                .tags("edge")
                .sharedWith(GLOBEX);
        ProfileRecord one = profiles().create("key-1", records.profile(wordy), records.version(1));
        delete(one);
        ProfileRecord repeated = profiles().create("key-1", records.profile(wordy), records.version(1));
        String check = "PS-4: a deleted profile's description, category, tags and readers go from the answers, too";
        assertEquals(one.id(), repeated.id(), check);
        assertEquals(Traits.of(ACME, "platform"), Traits.of(repeated), check);
        assertEquals("", repeated.change(), check);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_theAnswerOfAnAppendForgetsThemAsWell() {
        ProfileRecord one = profiles()
                .create("key-1", records.profile(Traits.of(ACME, "platform").category("infra")), records.version(1));
        ProfileRecord two = records.appended(one);
        profiles().append("key-2", 1, two, records.version(2));
        delete(two);
        ProfileRecord repeated = profiles().append("key-2", 1, two, records.version(2));
        String check = "PS-4: a deletion clears the answers of appends as those of creates";
        assertEquals(one.id(), repeated.id(), check);
        assertEquals(Traits.of(ACME, "platform"), Traits.of(repeated), check);
        assertEquals("", repeated.change(), check);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_keysBelongToTheirOrganisation() {
        ProfileRecord mine = createWith("key-1", ACME, "platform");
        ProfileRecord theirs = createWith("key-1", GLOBEX, "platform");
        String check = "PS-4: one organisation's request key says nothing about another's; the key is (organisation,"
                + " request key)";
        assertEquals(List.of(mine), all(ACME), check);
        assertEquals(List.of(theirs), all(GLOBEX), check);
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_concurrentRepeatsHaveOneEffect() {
        String check = "PS-4: the same request sent at once from several places has one effect and one answer";
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "platform-" + round;
            List<Race.Outcome<ProfileRecord>> outcomes = Race.run(runner -> createWith("key-" + name, ACME, name));
            List<ProfileRecord> stored = all(ACME).stream()
                    .filter(profile -> profile.name().equals(name))
                    .toList();
            assertEquals(1, stored.size(), check);
            outcomes.forEach(outcome -> assertEquals(Optional.of(stored.get(0)), outcome.value(), check));
        }
    }

    @Test
    @Clause("PS-4")
    public void required_PS4_concurrentRepeatsOfAnAppendHaveOneEffect() {
        String check = "PS-4: an append sent at once from several places has one effect and one answer; a repeat that"
                + " waits for the first looks for its answer before it compares the revision";
        ProfileRecord at = createWith("key-1", ACME, "platform");
        for (int round = 0; round < Race.ROUNDS; round++) {
            ProfileRecord before = at;
            String key = "append-" + round;
            ProfileRecord after = records.appended(before);
            List<Race.Outcome<ProfileRecord>> outcomes = Race.run(
                    runner -> profiles().append(key, before.revision(), after, records.version(after.latestVersion())));
            outcomes.forEach(outcome -> assertEquals(Optional.of(after), outcome.value(), check));
            assertEquals(
                    after.latestVersion(), profiles().versions(ACME, after.id()).size(), check);
            at = after;
        }
    }
}
