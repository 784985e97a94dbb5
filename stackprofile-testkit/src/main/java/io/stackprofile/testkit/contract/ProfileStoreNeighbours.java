package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileStoreContract} about what a change leaves alone, and about a profile with many changes. */
public abstract class ProfileStoreNeighbours extends ProfileSteps {

    /** More than the single-digit numbers: as text, 10 comes before 9. */
    private static final int MANY_VERSIONS = 12;

    /** More than the numbers that a platform keeps one object each of. */
    private static final int MANY_REVISIONS = 130;

    /** For {@link ProfileStoreContract}. */
    ProfileStoreNeighbours() {}

    /** Profiles that a statement without its whole condition would reach: of one name, of one revision. */
    private List<ProfileRecord> neighbours() {
        return List.of(create(GLOBEX, "platform"), create(ACME, "other"), append(create(ACME, "grown")));
    }

    private void assertAllUntouched(List<ProfileRecord> profiles, String check) {
        profiles.forEach(profile -> assertUntouched(profile, check));
    }

    @Test
    @Clause("PS-3")
    public void required_PS3_versionsAreInTheOrderOfTheirNumbers() {
        ProfileRecord last = create(ACME, "platform");
        while (last.latestVersion() < MANY_VERSIONS) {
            last = append(last);
        }
        assertUntouched(last, "PS-3: versions are numbers: 10 comes after 9; check the column's type");
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_anUpdateLeavesEveryOtherProfile() {
        ProfileRecord one = create(ACME, "platform");
        List<ProfileRecord> others = neighbours();
        ProfileRecord two =
                profiles().update(1, records.changed(one, Traits.of(one).category("infra")));
        String check = "PS-5: update changes one profile; the condition has organisation, id and revision";
        assertAllUntouched(others, check);
        assertUntouched(two, check);
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_whatAnUpdateLeavesOutIsGone() {
        Traits full = Traits.of(ACME, "platform")
                .description("What we run")
                .category("infra")
                .tags("a", "b")
                .sharedWith(GLOBEX);
        ProfileRecord before = create(full);
        ProfileRecord bare = Copies.by(records.changed(before, Traits.of(ACME, "platform")), "carol");
        String check = "PS-5: update replaces every field, absent ones and who made it as well; no coalesce, no merge";
        assertEquals(bare, profiles().update(1, bare), check);
        assertUntouched(bare, check);
        assertUntouched(profiles().update(2, records.changed(bare, full)), check);
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_aProfileMayChangeOften() {
        ProfileRecord last = create(ACME, "platform");
        String check = "PS-5: the revision is a number of 64 bits, compared by value";
        while (last.revision() < MANY_REVISIONS) {
            ProfileRecord next = records.changed(last, Traits.of(last).category("change " + last.revision()));
            last = assertUpdated(last.revision(), next, check);
        }
        assertUntouched(last, check);
    }

    private ProfileRecord assertUpdated(long expected, ProfileRecord next, String check) {
        return assertDoesNotThrow(() -> profiles().update(expected, next), check);
    }

    @Test
    @Clause("PS-6")
    public void required_PS6_aDeletionLeavesEverythingElse() {
        ProfileRecord gone = create(ACME, "platform");
        List<ProfileRecord> others = neighbours();
        DraftRecord begun = records.draft(ACME, gone.id().value(), "{}", Set.of());
        DraftRecord draft = records.changed(begun, "{\"of\": \"it\"}", Set.of());
        store().drafts().create(begun);
        store().drafts().update(1, draft);
        InstantiationRecord instance = records.instance(ACME, gone.id(), 1, InstantiationStatus.DEPLOYED);
        store().instantiations().create(instance);
        delete(gone);
        String check = "PS-6: delete removes one profile with its versions and suggestions, and no other record";
        assertAllUntouched(others, check);
        assertEquals(Optional.of(gone.id()), draft.profile(), check);
        assertEquals(Optional.of(draft), store().drafts().find(ACME, draft.id()), check);
        assertEquals(Optional.of(instance), store().instantiations().find(ACME, instance.id()), check);
        assertEquals(1, store().instantiations().instanceCount(gone.id()), check);
    }

    @Test
    @Clause("PS-7")
    public void required_PS7_theCurrentVersionIsKeptBesideTheLatest() {
        ProfileRecord three = append(append(create(ACME, "platform")));
        String check = "PS-7: the current, the latest and the pinned version are three fields";
        ProfileRecord back = Copies.pinned(records.changed(three, Traits.of(three)), 2);
        assertEquals(back, profiles().update(3, back), check);
        assertUntouched(back, check);
        assertUntouched(profiles().update(4, records.changed(back, Traits.of(back))), check);
    }

    @Test
    @Clause("PS-10")
    public void required_PS10_aDeprecationLeavesEveryOtherProfile() {
        ProfileRecord one = create(ACME, "platform");
        List<ProfileRecord> others = neighbours();
        Deprecation why = Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .at(Records.LATER)
                .by("bob")
                .build();
        profiles().deprecate(1, records.changed(one, Traits.of(one)), 1, Optional.of(why));
        assertAllUntouched(
                others, "PS-10: deprecate changes one version of one profile; the condition has all of them");
    }
}
