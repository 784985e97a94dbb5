package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Small records to store; the n-th id is above every earlier one. */
final class Records {

    static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123456Z");
    static final String VALUES = "# the team's defaults\nreplicaCount: 2\nimage:\n  tag: \"1.25\"\n";

    private Records() {}

    static ProfileId profileId(int n) {
        return new ProfileId(id(n));
    }

    static UUID id(int n) {
        return new UUID(0x0195_9000_0000_7000L + ((long) n << 16), 0x8000_0000_0000_0000L | n);
    }

    static Digest digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Digest.of("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static ProfileRecord.Builder profile(int n, String name) {
        return profile(n, "acme", name, "alice").addTags("monitoring", "base").visibility(Visibility.ORGANISATION);
    }

    static ProfileRecord.Builder profile(int n, String organisation, String name, String author) {
        return ProfileRecord.builder()
                .id(profileId(n))
                .organisation(organisation)
                .name(name)
                .revision(1)
                .currentVersion(1)
                .latestVersion(1)
                .createdAt(NOON)
                .createdBy(author)
                .updatedAt(NOON)
                .updatedBy(author);
    }

    static ProfileRecord.Builder next(ProfileRecord profile) {
        return following(profile).latestVersion(profile.latestVersion() + 1);
    }

    private static ProfileRecord.Builder following(ProfileRecord profile) {
        return ProfileRecord.builder()
                .id(profile.id())
                .organisation(profile.organisation())
                .name(profile.name())
                .description(profile.description())
                .category(profile.category())
                .addAllTags(profile.tags())
                .visibility(profile.visibility())
                .revision(profile.revision() + 1)
                .currentVersion(profile.currentVersion())
                .createdAt(profile.createdAt())
                .createdBy(profile.createdBy())
                .updatedAt(NOON.plusSeconds(60))
                .updatedBy("bob");
    }

    /** The revision a deletion leaves in the history. */
    static ProfileRecord last(ProfileRecord profile) {
        return following(profile).latestVersion(profile.latestVersion()).build();
    }

    static VersionRecord version(int number, String document, String... contents) {
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(number)
                        .channel("stable")
                        .changelog("Raise the replica count")
                        .digest(digest(document))
                        .createdAt(NOON)
                        .createdBy("alice")
                        .build())
                .document(document)
                .addAllContents(List.of(contents).stream().map(Records::digest).toList())
                .build();
    }

    static DraftRecord.Builder draft(int n, String document) {
        return draft(n, 1, "acme", document).name("platform-baseline");
    }

    static DraftRecord.Builder draft(int n, long revision, String organisation, String document) {
        return DraftRecord.builder()
                .id(new DraftId(id(n)))
                .organisation(organisation)
                .revision(revision)
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON)
                .updatedBy("alice")
                .document(document);
    }

    static InstantiationRecord.Builder instance(int n, int version, InstantiationStatus status) {
        return instance(n, 1, "acme", "staging").version(version).status(status);
    }

    static InstantiationRecord.Builder instance(int n, long revision, String organisation, String cluster) {
        return InstantiationRecord.builder()
                .id(new InstantiationId(id(n)))
                .organisation(organisation)
                .revision(revision)
                .profileId(profileId(1))
                .cluster(cluster)
                .stack("platform")
                .draftId(new StackDraftId(id(n)))
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON)
                .document("{\"bindings\":{\"domain\":\"staging.acme.dev\"}}");
    }
}
