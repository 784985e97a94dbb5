package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Digest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileStoreContract} about what is kept, for whom, and what a failure leaves: [PS-7] to [PS-9]. */
public abstract class ProfileStoreFidelity extends ProfileStoreRepeats {

    /** For {@link ProfileStoreContract}. */
    ProfileStoreFidelity() {}

    @Test
    @Clause("PS-7")
    public void required_PS7_everyCharacterIsKept() {
        String check = "PS-7: what is read equals what was written; check the character set, trimming, '' as null,"
                + " how lists are joined, and that instants keep microseconds";
        String[] tags = HardTexts.NAMES.toArray(String[]::new);
        for (String name : HardTexts.NAMES) {
            Traits traits = Traits.of(ACME, name).description("").category(name).tags(tags);
            assertUntouched(create(traits), check);
        }
        assertUntouched(create(Traits.of(ACME, "bare")), check);
        assertUntouched(create(Traits.of(ACME, "reversed").tags("b", "a", "", ",")), check);
    }

    @Test
    @Clause("PS-7")
    public void required_PS7_documentsAreKeptToTheCharacter() {
        String check = "PS-7: a version's document and contents are read as they were written";
        Set<Digest> contents = new LinkedHashSet<>();
        List.of("c: 1\n", "a: 2\n", "b: 3\n").forEach(text -> contents.add(keep(ACME, text)));
        int number = 0;
        for (String document : List.of(HardTexts.DOCUMENT, "", " ", "{}", HardTexts.large())) {
            VersionRecord version = records.version(1, document, contents);
            ProfileRecord profile = records.profile(Traits.of(ACME, "platform-" + number++));
            profiles().create("k" + number, profile, version);
            Optional<VersionRecord> read = profiles().version(ACME, profile.id(), 1);
            assertTrue(read.isPresent() && read.get().document().equals(document), check);
            assertEquals(version.contents(), read.get().contents(), check);
            assertEquals(version.header(), read.get().header(), check);
        }
    }

    @Test
    @Clause("PS-8")
    public void required_PS8_anotherOrganisationSeesNothing() {
        ProfileRecord mine = create(ACME, "platform");
        String check = "PS-8: every query has the organisation in its condition";
        assertEquals(Optional.empty(), profiles().find(GLOBEX, ProfileKey.of(mine.id())), check);
        assertEquals(Optional.empty(), profiles().find(GLOBEX, ProfileKey.of("platform")), check);
        assertEquals(Optional.empty(), profiles().version(GLOBEX, mine.id(), 1), check);
        assertEquals(List.of(), profiles().versions(GLOBEX, mine.id()), check);
        ProfileRecord theirs = create(GLOBEX, "platform");
        assertUntouched(mine, "PS-8: two organisations may have profiles of one name");
        assertUntouched(theirs, "PS-8: two organisations may have profiles of one name");
    }

    @Test
    @Clause("PS-8")
    public void required_PS8_anotherOrganisationChangesNothing() {
        ProfileRecord mine = create(ACME, "platform");
        Traits stolen = Traits.of(GLOBEX, "platform");
        ProfileRecord update = records.changed(mine, stolen);
        ProfileRecord append = Copies.withOrganisation(records.appended(mine), GLOBEX);
        String check = "PS-8: writes find the profile by organisation and id; another's is NOT_FOUND";
        assertFails(ErrorCode.NOT_FOUND, () -> profiles().update(1, update), check);
        assertFails(ErrorCode.NOT_FOUND, () -> profiles().append("k", 1, append, records.version(2)), check);
        assertFails(ErrorCode.NOT_FOUND, () -> profiles().delete(1, update), check);
        assertUntouched(mine, check);
    }

    @Test
    @Clause("PS-9")
    public void required_PS9_aFailedAppendLeavesNoTrace() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord stale = Copies.withRevision(records.appended(one), 9);
        String check = "PS-9: after a failed append neither version nor request key is kept; roll everything back";
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().append("k", 8, stale, records.version(2)), check);
        assertUntouched(one, check);
        assertEquals(Optional.empty(), profiles().version(ACME, one.id(), 2), check);
        ProfileRecord two = records.appended(one);
        assertEquals(two, profiles().append("k", 1, two, records.version(2)), check);
        assertUntouched(two, check);
    }

    @Test
    @Clause("PS-9")
    public void required_PS9_aFailedCreateLeavesNoTrace() {
        ProfileRecord first = create(ACME, "platform");
        ProfileRecord second = records.profile(Traits.of(ACME, "platform"));
        String check = "PS-9: a failed create does not use up its request key or its id";
        assertFails(ErrorCode.NAME_TAKEN, () -> profiles().create("k", second, records.version(1)), check);
        delete(first);
        assertEquals(second, profiles().create("k", second, records.version(1)), check);
        assertUntouched(second, check);
    }
}
