package io.stackprofile.testkit.contract;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.TextDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes the records that contracts write. Ids come in order; every instant has microseconds. */
final class Records {

    /** When records are made. */
    static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    /** When records are changed. */
    static final Instant LATER = Instant.parse("2026-03-01T23:59:59.999999Z");

    private final SequenceIds ids = SequenceIds.fromStart();

    UUID nextId() {
        return ids.next();
    }

    ProfileRecord profile(Traits traits) {
        return profile(nextId(), traits);
    }

    ProfileRecord profile(UUID id, Traits traits) {
        return profile(new ProfileId(id), traits, 1, 1, NOW);
    }

    /** The next revision of a profile, with other traits. */
    ProfileRecord changed(ProfileRecord before, Traits traits) {
        return profile(before.id(), traits, before.revision() + 1, before.latestVersion(), LATER);
    }

    /** The next revision of a profile, with one version more. */
    ProfileRecord appended(ProfileRecord before) {
        return profile(before.id(), Traits.of(before), before.revision() + 1, before.latestVersion() + 1, LATER);
    }

    private static ProfileRecord profile(ProfileId id, Traits traits, long revision, int latest, Instant updated) {
        return ProfileRecord.builder()
                .id(id)
                .organisation(traits.organisation())
                .name(traits.name())
                .description(traits.description())
                .category(traits.category())
                .addAllTags(traits.tags())
                .visibility(traits.visibility())
                .addAllSharedWith(traits.sharedWith())
                .revision(revision)
                .currentVersion(latest)
                .latestVersion(latest)
                .pinnedVersion(revision % 3 == 0 ? Optional.of(latest) : Optional.empty())
                .createdAt(NOW)
                .createdBy("alice")
                .updatedAt(updated)
                .updatedBy("bob")
                .change("{\"revision\": " + revision + ", \"note\": \"“twice”\"}")
                .build();
    }

    VersionRecord version(int number) {
        return version(number, "{\"version\": " + number + "}", Set.of());
    }

    VersionRecord version(int number, String document, Set<Digest> contents) {
        VersionHeader header = VersionHeader.builder()
                .number(number)
                .channel(number % 2 == 0 ? "beta" : "stable")
                .changelog(number == 1 ? Optional.empty() : Optional.of("Raises the replicas, “twice”"))
                .digest(TextDigest.of(document))
                .createdAt(NOW.plusSeconds(number))
                .createdBy("alice")
                .build();
        return VersionRecord.builder()
                .header(header)
                .document(document)
                .addAllContents(contents)
                .build();
    }

    DraftRecord draft(String organisation) {
        return draft(organisation, nextId(), "{}", Set.of());
    }

    DraftRecord draft(String organisation, UUID id, String document, Set<Digest> contents) {
        return draft(organisation, new DraftId(id), 1, document, contents);
    }

    /** The next revision of a draft. */
    DraftRecord changed(DraftRecord before, String document, Set<Digest> contents) {
        return draft(before.organisation(), before.id(), before.revision() + 1, document, contents);
    }

    /** The same draft as another organisation would write it. */
    DraftRecord moved(DraftRecord draft, String organisation) {
        return draft(organisation, draft.id(), draft.revision(), "{\"moved\": true}", Set.of());
    }

    private static DraftRecord draft(
            String organisation, DraftId id, long revision, String document, Set<Digest> contents) {
        return DraftRecord.builder()
                .id(id)
                .organisation(organisation)
                .revision(revision)
                .name("platform-übersicht")
                .profile(revision % 2 == 0 ? Optional.of(new ProfileId(id.value())) : Optional.empty())
                .createdAt(NOW)
                .createdBy("alice")
                .updatedAt(revision == 1 ? NOW : LATER)
                .updatedBy("bob")
                .document(document)
                .addAllContents(contents)
                .build();
    }

    InstantiationRecord instance(String organisation, ProfileId profile, int version, InstantiationStatus status) {
        UUID id = nextId();
        return instance(organisation, id, profile, version, status, "{}", Set.of());
    }

    InstantiationRecord instance(
            String organisation,
            UUID id,
            ProfileId profile,
            int version,
            InstantiationStatus status,
            String document,
            Set<Digest> contents) {
        return InstantiationRecord.builder()
                .id(new InstantiationId(id))
                .organisation(organisation)
                .revision(1)
                .profileId(profile)
                .version(version)
                .cluster("prod-eu")
                .stack("platform")
                .status(status)
                .draftId(new StackDraftId(id))
                .createdAt(NOW)
                .createdBy("alice")
                .updatedAt(NOW)
                .document(document)
                .addAllContents(contents)
                .build();
    }

    /** The next revision of an instance. */
    InstantiationRecord changed(InstantiationRecord before, int version, InstantiationStatus status) {
        return changed(before, before.organisation(), version, status, Set.of());
    }

    InstantiationRecord changed(
            InstantiationRecord before,
            String organisation,
            int version,
            InstantiationStatus status,
            Set<Digest> contents) {
        return InstantiationRecord.builder()
                .id(before.id())
                .organisation(organisation)
                .revision(before.revision() + 1)
                .profileId(before.profileId())
                .version(version)
                .cluster(before.cluster())
                .stack(before.stack())
                .status(status)
                .draftId(before.draftId())
                .createdAt(before.createdAt())
                .createdBy(before.createdBy())
                .updatedAt(LATER)
                .document("{\"revision\": " + (before.revision() + 1) + "}")
                .addAllContents(contents)
                .build();
    }

    /** A suggestion of {@code organisation} to a profile of {@code owner}. */
    SuggestionRecord suggestion(String owner, String organisation, ProfileId profile, String text) {
        return suggestion(owner, organisation, new SuggestionId(nextId()), profile, 1, text);
    }

    /** The next revision of a suggestion, answered. */
    SuggestionRecord rejected(SuggestionRecord before) {
        return suggestion(
                before.owner(),
                before.organisation(),
                before.id(),
                before.profileId(),
                before.revision() + 1,
                before.document());
    }

    SuggestionRecord suggestion(
            String owner, String organisation, SuggestionId id, ProfileId profile, long revision, String text) {
        return SuggestionRecord.builder()
                .id(id)
                .owner(owner)
                .profileId(profile)
                .organisation(organisation)
                .revision(revision)
                .status(revision == 1 ? SuggestionStatus.SUBMITTED : SuggestionStatus.REJECTED)
                .createdAt(NOW)
                .createdBy("gina")
                .updatedAt(revision == 1 ? NOW : LATER)
                .updatedBy("alice")
                .document("{\"said\": \"" + text + "\"}")
                .proposal(revision == 1 ? "{\"proposed\": \"" + text + "\"}" : "")
                .build();
    }
}
