package io.stackprofile.testkit;

import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.Optional;

/** A stored version with another word on whether to use it. */
final class DeprecatedVersion {

    private DeprecatedVersion() {}

    static VersionRecord of(VersionRecord version, Optional<Deprecation> deprecation) {
        VersionHeader header = version.header();
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(header.number())
                        .channel(header.channel())
                        .changelog(header.changelog())
                        .digest(header.digest())
                        .createdAt(header.createdAt())
                        .createdBy(header.createdBy())
                        .deprecation(deprecation)
                        .build())
                .document(version.document())
                .addAllContents(version.contents())
                .build();
    }
}
