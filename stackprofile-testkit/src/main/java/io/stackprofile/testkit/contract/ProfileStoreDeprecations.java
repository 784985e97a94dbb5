package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileStoreContract} about versions that should not be used any more: [PS-10]. */
public abstract class ProfileStoreDeprecations extends ProfileStoreRaces {

    /** For {@link ProfileStoreContract}. */
    ProfileStoreDeprecations() {}

    private static final Deprecation WHY = Deprecation.builder()
            .reason(Deprecation.Reason.SECURITY)
            .note(HardTexts.DOCUMENT)
            .addAllReferences(HardTexts.NAMES)
            .at(Records.LATER)
            .by("bob")
            .build();

    private ProfileRecord deprecate(ProfileRecord before, int version, Optional<Deprecation> why) {
        return profiles().deprecate(before.revision(), records.changed(before, Traits.of(before)), version, why);
    }

    private List<Optional<Deprecation>> deprecations(ProfileRecord profile) {
        return profiles().versions(ACME, profile.id()).stream()
                .map(VersionHeader::deprecation)
                .toList();
    }

    @Test
    @Clause("PS-10")
    public void required_PS10_aDeprecationIsKeptWithItsVersionAndTheProfile() {
        ProfileRecord two = append(create(ACME, "platform"));
        ProfileRecord changed = deprecate(two, 1, Optional.of(WHY));
        String check = "PS-10: deprecate stores the deprecation, every character of it, and the profile";
        assertEquals(Optional.of(changed), profiles().find(ACME, ProfileKey.of(two.id())), check);
        assertEquals(List.of(Optional.empty(), Optional.of(WHY)), deprecations(two), check);
        VersionRecord read = profiles().version(ACME, two.id(), 1).orElseThrow();
        assertEquals(Optional.of(WHY), read.header().deprecation(), check);
        String rest = "PS-10: nothing else of a version changes";
        assertEquals(records.version(1).document(), read.document(), rest);
        assertEquals(records.version(1).contents(), read.contents(), rest);
        assertEquals(records.version(1).header().digest(), read.header().digest(), rest);
        ProfileRecord lifted = deprecate(changed, 1, Optional.empty());
        assertUntouched(lifted, "PS-10: a deprecation that is lifted leaves the version as it was");
    }

    @Test
    @Clause("PS-10")
    public void required_PS10_deprecateRejectsAStaleRevision() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two = append(one);
        String check = "PS-10: deprecate compares expectedRevision with the stored one in the transaction that writes";
        assertFails(ErrorCode.STALE_REVISION, () -> deprecate(one, 1, Optional.of(WHY)), check);
        assertUntouched(two, check);
    }

    @Test
    @Clause("PS-10")
    public void required_PS10_aMissingVersionIsNotFound() {
        ProfileRecord one = create(ACME, "platform");
        String check = "PS-10: deprecate of a version that does not exist is NOT_FOUND and changes nothing";
        assertFails(ErrorCode.NOT_FOUND, () -> deprecate(one, 2, Optional.of(WHY)), check);
        ProfileRecord theirs = Copies.withOrganisation(records.changed(one, Traits.of(one)), GLOBEX);
        assertFails(ErrorCode.NOT_FOUND, () -> profiles().deprecate(1, theirs, 1, Optional.of(WHY)), check);
        assertUntouched(one, check);
    }
}
