package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.Names;
import io.stackprofile.ProfileId;
import io.stackprofile.core.internal.codec.VersionDocument;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.migrate.VersionContract;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StoreException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds profiles and versions as one caller sees them: its own organisation's, and of others those that are public or
 * shared with it. Another organisation's private profile is not found, in the same words as one that does not exist.
 */
final class ProfileReader {

    private final StackProfileStore store;
    private final Caller caller;

    ProfileReader(StackProfileStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** A profile the caller may read. */
    ProfileRecord readable(ProfileId id) {
        return visible(id).orElseThrow(() -> missing(id.toString()));
    }

    /** The profile, if the caller may read it. */
    Optional<ProfileRecord> visible(ProfileId id) {
        return own(id).or(() -> foreign(id));
    }

    /** A profile the caller's organisation owns. */
    ProfileRecord owned(ProfileId id) {
        return own(id).orElseThrow(() -> missing(id.toString()));
    }

    /** The profile that an id, a name, or {@code organisation/name} means. */
    ProfileRecord find(String nameOrId) {
        if (Names.isUuid(nameOrId)) {
            return readable(ProfileId.of(nameOrId));
        }
        int slash = nameOrId.indexOf('/');
        String organisation = slash < 0 ? caller.organisation() : nameOrId.substring(0, slash);
        return store.profiles()
                .find(organisation, ProfileKey.of(nameOrId.substring(slash + 1)))
                .filter(this::visible)
                .orElseThrow(() -> missing(nameOrId));
    }

    /** A version of a profile, with its members' texts. */
    ProfileVersion version(ProfileRecord profile, int number) {
        return marked(profile, number).version();
    }

    /**
     * A version and the codes of its captured secrets, which other organisations never see.
     *
     * @param version the version
     * @param fingerprints the codes
     */
    record Marked(ProfileVersion version, Fingerprints fingerprints) {}

    /** A version with the codes of its captured secrets. */
    Marked marked(ProfileRecord profile, int number) {
        VersionRecord record = store.profiles()
                .version(profile.organisation(), profile.id(), number)
                .orElseThrow(() -> VersionEdits.missing(profile, number));
        VersionDocument.Decoded decoded =
                VersionDocument.decode(record.document(), contents(store, profile.organisation(), record.contents()));
        VersionHeader header = record.header();
        ProfileVersion version = ProfileVersion.builder()
                .profileId(profile.id())
                .profileName(profile.name())
                .version(header.number())
                .channel(header.channel())
                .changelog(header.changelog())
                .digest(header.digest())
                .spec(decoded.spec())
                .addAllParameters(decoded.parameters())
                .addAllRules(decoded.rules())
                .migration(decoded.migration())
                .provenance(isOwn(profile) ? decoded.provenance() : shared(decoded.provenance()))
                .report(decoded.report())
                .redaction(decoded.redaction())
                .deprecation(header.deprecation())
                .build();
        return new Marked(version, isOwn(profile) ? decoded.fingerprints() : Fingerprints.none());
    }

    /** What a version asks, without its members' texts. */
    VersionContract contract(ProfileRecord profile, int number) {
        VersionRecord record = store.profiles()
                .version(profile.organisation(), profile.id(), number)
                .orElseThrow(() -> VersionEdits.missing(profile, number));
        VersionDocument.Asked asked = VersionDocument.asked(record.document());
        return new VersionContract(number, asked.parameters(), asked.migration());
    }

    /** Every version's header, newest first; without any that came since the profile was read. */
    List<VersionHeader> versions(ProfileRecord profile) {
        return stored(profile).stream()
                .filter(header -> header.number() <= profile.latestVersion())
                .toList();
    }

    private List<VersionHeader> stored(ProfileRecord profile) {
        return store.profiles().versions(profile.organisation(), profile.id());
    }

    /** The next revision of a profile, from this one and its versions. */
    ProfileRevision revision(ProfileRecord profile) {
        List<VersionHeader> versions = stored(profile);
        if (versions.isEmpty()) {
            // Every profile has one: it was deleted since it was read.
            throw missing(profile.id().toString());
        }
        return new ProfileRevision(profile, versions);
    }

    /** Texts that must be there, since a record refers to them. */
    static Map<Digest, String> contents(StackProfileStore store, String organisation, Set<Digest> digests) {
        Map<Digest, String> contents = store.contents().getAll(organisation, digests);
        if (contents.size() < digests.size()) {
            throw new StoreException(
                    "the store lacks " + (digests.size() - contents.size()) + " of " + digests.size()
                            + " contents that a record refers to",
                    "Restore the store from a backup.");
        }
        return contents;
    }

    private Optional<ProfileRecord> own(ProfileId id) {
        return store.profiles().find(caller.organisation(), ProfileKey.of(id));
    }

    private Optional<ProfileRecord> foreign(ProfileId id) {
        return store.catalogue()
                .owner(id)
                .flatMap(owner -> store.profiles().find(owner, ProfileKey.of(id)))
                .filter(this::visible);
    }

    private boolean visible(ProfileRecord profile) {
        return isOwn(profile)
                || profile.visibility() == Visibility.PUBLIC
                || profile.sharedWith().contains(caller.organisation());
    }

    boolean isOwn(ProfileRecord profile) {
        return profile.organisation().equals(caller.organisation());
    }

    /** What other organisations see: that a public version was captured, not from where. */
    private static Provenance shared(Provenance provenance) {
        return Provenance.builder()
                .origin(provenance.origin())
                .suggestedBy(provenance.suggestedBy())
                .includeAddonConfigurations(provenance.includeAddonConfigurations())
                .createdAt(provenance.createdAt())
                .createdBy(provenance.createdBy())
                .libraryVersion(provenance.libraryVersion())
                .build();
    }

    static NotFoundException missing(String asked) {
        return new NotFoundException("there is no profile '" + asked + "'", "List the profiles to see their names.");
    }

    /** Requires that the caller's organisation has no profile of that name, before anything is written for one. */
    void requireFree(String name) {
        if (store.profiles().find(caller.organisation(), ProfileKey.of(name)).isPresent()) {
            throw new ConflictException(
                    ErrorCode.NAME_TAKEN,
                    "there is a profile '" + name + "' already",
                    "Choose another name, or add a version to that profile.");
        }
    }
}
