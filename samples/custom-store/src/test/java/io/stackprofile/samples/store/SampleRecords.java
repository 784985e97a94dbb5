package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import io.stackprofile.testkit.TextDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records with short ids, so that a test reads as what it does. */
final class SampleRecords {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private SampleRecords() {}

    static UUID id(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    static ProfileId profileId(int n) {
        return new ProfileId(id(n));
    }

    static ProfileRecord profile(int n, String organisation, String name, int revision, int versions) {
        return ProfileRecord.builder()
                .id(profileId(n))
                .organisation(organisation)
                .name(name)
                .description("Überblick \uD83D\uDE80 " + name)
                .addTags("b", "a")
                .visibility(revision % 2 == 0 ? Visibility.PUBLIC : Visibility.ORGANISATION)
                .revision(revision)
                .currentVersion(versions)
                .latestVersion(versions)
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON.plusSeconds(revision))
                .updatedBy("bob")
                .change("change " + revision)
                .build();
    }

    static VersionRecord version(int number, String document, Digest... contents) {
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(number)
                        .channel("stable")
                        .digest(TextDigest.of(document))
                        .createdAt(NOON)
                        .createdBy("alice")
                        .build())
                .document(document)
                .addContents(contents)
                .build();
    }

    static DraftRecord draft(int n, String organisation, int revision, String document, Digest... contents) {
        return DraftRecord.builder()
                .id(new DraftId(id(n)))
                .organisation(organisation)
                .revision(revision)
                .name("platform")
                .profile(revision % 2 == 0 ? Optional.of(profileId(n)) : Optional.empty())
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON.plusSeconds(revision))
                .updatedBy("bob")
                .document(document)
                .addContents(contents)
                .build();
    }

    static SuggestionRecord suggestion(int n, int profile, int revision, String proposal, Digest... contents) {
        return SuggestionRecord.builder()
                .id(new SuggestionId(id(n)))
                .owner("acme")
                .profileId(profileId(profile))
                .organisation("globex")
                .revision(revision)
                .status(SuggestionStatus.SUBMITTED)
                .createdAt(NOON)
                .createdBy("carol")
                .updatedAt(NOON.plusSeconds(revision))
                .updatedBy("carol")
                .document("said ✓ " + revision)
                .proposal(proposal)
                .addContents(contents)
                .build();
    }

    static InstantiationRecord instance(
            int n, int profile, int revision, int version, InstantiationStatus status, Digest... contents) {
        return InstantiationRecord.builder()
                .id(new InstantiationId(id(n)))
                .organisation("acme")
                .revision(revision)
                .profileId(profileId(profile))
                .version(version)
                .cluster("prod")
                .stack("platform")
                .status(status)
                .draftId(new StackDraftId(id(n)))
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON.plusSeconds(revision))
                .document("instance " + revision)
                .addAllContents(Set.of(contents))
                .build();
    }
}
