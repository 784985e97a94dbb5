package io.stackprofile.benchmarks.scale;

import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;

/** What to append so that the members as they are become the next version. */
record PublishedVersion(long before, ProfileRecord profile, VersionRecord version) {

    static PublishedVersion after(StackProfileStore store, ManyMembers members) {
        ProfileRecord latest = store.profiles()
                .find(StoredRows.ORGANISATION, ProfileKey.of(ManyMembers.PROFILE))
                .orElseThrow();
        int number = latest.latestVersion() + 1;
        VersionRecord now = members.version();
        ProfileRecord profile = ProfileRecord.builder()
                .id(latest.id())
                .organisation(latest.organisation())
                .name(latest.name())
                .visibility(latest.visibility())
                .revision(latest.revision() + 1)
                .currentVersion(number)
                .latestVersion(number)
                .createdAt(latest.createdAt())
                .createdBy(latest.createdBy())
                .updatedAt(members.now())
                .updatedBy("alice")
                .build();
        VersionRecord version = VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(number)
                        .channel(now.header().channel())
                        .digest(now.header().digest())
                        .createdAt(now.header().createdAt())
                        .createdBy("alice")
                        .build())
                .document(now.document())
                .addAllContents(now.contents())
                .build();
        return new PublishedVersion(latest.revision(), profile, version);
    }
}
