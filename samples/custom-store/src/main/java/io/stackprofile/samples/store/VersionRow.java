package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link VersionRecord} without its document, as the journal has it. */
record VersionRow(
        UUID profile,
        String organisation,
        int number,
        String channel,
        Optional<String> changelog,
        String digest,
        Instant createdAt,
        String createdBy,
        Optional<DeprecationRow> deprecation,
        List<String> contents)
        implements Row {

    static VersionRow of(ProfileRecord profile, VersionRecord version) {
        return of(new StoredItem.Version(profile.organisation(), profile.id(), version));
    }

    static VersionRow of(StoredItem.Version item) {
        VersionRecord version = item.version();
        VersionHeader header = version.header();
        return new VersionRow(
                item.profile().value(),
                item.organisation(),
                header.number(),
                header.channel(),
                header.changelog(),
                header.digest().text(),
                header.createdAt(),
                header.createdBy(),
                header.deprecation().map(DeprecationRow::of),
                version.contents().stream().map(Digest::text).toList());
    }

    VersionRow deprecated(Optional<Deprecation> why) {
        return new VersionRow(
                profile,
                organisation,
                number,
                channel,
                changelog,
                digest,
                createdAt,
                createdBy,
                why.map(DeprecationRow::of),
                contents);
    }

    VersionHeader header() {
        return VersionHeader.builder()
                .number(number)
                .channel(channel)
                .changelog(changelog)
                .digest(Digest.of(digest))
                .createdAt(createdAt)
                .createdBy(createdBy)
                .deprecation(deprecation.map(DeprecationRow::record))
                .build();
    }

    VersionRecord record(String document) {
        return VersionRecord.builder()
                .header(header())
                .document(document)
                .addAllContents(contents.stream().map(Digest::of).toList())
                .build();
    }

    StoredItem.Version item(String document) {
        return new StoredItem.Version(organisation, new ProfileId(profile), record(document));
    }

    @Override
    public Key key() {
        return key(organisation, profile, number);
    }

    static Key key(String organisation, UUID profile, int number) {
        return new Key(Kind.VERSION, organisation, profile.toString(), number);
    }
}
